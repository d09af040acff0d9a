// Builds what the web pages load beside their style: `node build.mjs FOLDER` writes one file for each script, and the
// outline of the world at two scales. Run by scripts/build_frontend.py.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { feature, mesh } from 'topojson-client';

const SCRIPTS = ['keys', 'swap', 'brush', 'map', 'network'];
const SCALES = { '110m': 12, '50m': 4 }; // how wide its lines are, in hundredths of a degree
const HUNDREDTHS = 100;
const GREY = '#8a8578'; // seen on light and on dark paper: an image knows no style of its page

const folder = process.argv[2];
mkdirSync(folder, { recursive: true });

await build({
  entryPoints: SCRIPTS.map((name) => `${name}.js`),
  outdir: folder,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  banner: { js: '/* Made from frontend/; whose code it holds is said in licences/frontend.txt */' },
  logLevel: 'warning',
});

for (const [scale, width] of Object.entries(SCALES)) {
  const world = JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`world-atlas/countries-${scale}.json`)));
  const land = feature(world, world.objects.land);
  const borders = mesh(world, world.objects.countries, (one, other) => one !== other);
  writeFileSync(join(folder, `world-${scale}.svg`), drawn(rings(land), borders.coordinates, width));
}

function drawn(rings, lines, width) {
  const closed = rings.flatMap((ring) => seen(pole(unwrapped(ring)))).map((ring) => `${path(ring)}z`).join('');
  const open = lines.flatMap((line) => seen(unwrapped(line))).map(path).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-18000 -9000 36000 18000" preserveAspectRatio="none">`
    + `<g stroke="${GREY}" stroke-width="${width}" stroke-linejoin="round">`
    + `<path fill="${GREY}" fill-opacity=".26" stroke-opacity=".7" d="${closed}"/>`
    + `<path fill="none" stroke-opacity=".45" d="${open}"/></g></svg>\n`;
}

function rings(land) {
  const shapes = land.type === 'FeatureCollection' ? land.features.map((one) => one.geometry) : [land.geometry];
  return shapes.flatMap((shape) => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates)).flat();
}

// Lines go on where they cross from 180 degrees east to 180 west, instead of leading back around the world.
function unwrapped(points) {
  let turn = 0;
  return points.map(([east, north], n) => {
    const step = n ? east - points[n - 1][0] : 0;
    if (Math.abs(step) > 180) turn -= 360 * Math.sign(step);
    return [east + turn, north];
  });
}

// What goes around the pole is closed along the lower edge.
function pole(ring) {
  const [first, last] = [ring[0], ring.at(-1)];
  return Math.abs(last[0] - first[0]) < 180 ? ring : [...ring, [last[0], -90], [first[0], -90]];
}

// What reaches over an edge is drawn a second time, a turn further: the picture ends at its edges.
function seen(points) {
  const east = Math.max(...points.map((point) => point[0]));
  const west = Math.min(...points.map((point) => point[0]));
  const turns = [0, east > 180 ? -360 : 0, west < -180 ? 360 : 0];
  return [...new Set(turns)].map((turn) => points.map((point) => [point[0] + turn, point[1]]));
}

// Whole hundredths of a degree, north up, each point given by its distance from the one before.
function path(points) {
  const whole = points.map(([east, north]) => [Math.round(east * HUNDREDTHS), Math.round(-north * HUNDREDTHS)]);
  const steps = whole.slice(1).map(([x, y], n) => [x - whole[n][0], y - whole[n][1]]).filter(([x, y]) => x || y);
  return `M${whole[0].join(' ')}l${steps.map((step) => step.join(' ')).join(' ').replaceAll(' -', '-')}`;
}
