// The map can be enlarged and moved: by buttons, by keys, by dragging, by pinching, by the wheel with Ctrl. What is drawn is
// the server's; marks keep their size on the screen, names are shown where they have room. The address keeps what is shown.
import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import { rove } from './rove.js';
import { enliven } from './shown.js';

const WIDTH = 1000;
const HEIGHT = 440;
const CLOSEST = 60;
const FINER_FROM = 3;
const CLOSE = 12; // as near as fitting goes, for a single place
const ROOM = 0.8; // of the map, for what is fitted into it
const STEP = 1.6;
const PAN = 0.2; // of what is seen
const SHOWN = 'map'; // its name in the address
const KEYS = 'Map keys: + and − zoom, arrows move, f fits the marks, 0 shows the world. On a mark, arrows lead to the next one.';
const CONTROLS = [
  ['+', '+', 'Enlarge the map'],
  ['-', '−', 'Make the map smaller'],
  ['f', 'Fit', 'Show all marks'],
  ['0', 'World', 'Show the whole world'],
];

function enlargeable(frame) {
  const svg = frame.querySelector('svg');
  const world = select(svg.querySelector('.world'));
  const marks = [...svg.querySelectorAll('.world a')].map(toMark);
  const image = svg.querySelector('image');
  let now = zoomIdentity;

  const behaviour = zoom()
    .extent([[0, 0], [WIDTH, HEIGHT]])
    .translateExtent([[0, 0], [WIDTH, HEIGHT]])
    .scaleExtent([1, CLOSEST])
    .filter((event) => wanted(event, now.k))
    .on('zoom', ({ transform }) => {
      now = transform;
      world.attr('transform', transform);
      svg.classList.toggle('enlarged', transform.k > 1);
      for (const mark of marks) resize(mark, factor());
    })
    .on('end', () => {
      if (image && now.k >= FINER_FROM) image.setAttribute('href', image.dataset.finer);
      label(marks, now, factor());
      remember(now);
    });
  const factor = () => 1 / (now.k * Math.min(svg.clientWidth / WIDTH, 1) || 1);
  const moved = (change, ...given) => change(gently(select(svg)), ...given);
  const towards = () => {
    const seen = marks.filter(({ x, y }) => inView(now.apply([x, y])));
    const mark = seen.find(({ link }) => link === document.activeElement) ?? seen[0];
    return mark ? now.apply([mark.x, mark.y]) : undefined;
  };
  const actions = {
    '+': () => moved(behaviour.scaleBy, STEP, towards()),
    '-': () => moved(behaviour.scaleBy, 1 / STEP),
    f: () => moved(behaviour.transform, fitted(marks)),
    0: () => moved(behaviour.transform, zoomIdentity),
  };
  const pans = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

  svg.classList.add('live');
  frame.prepend(controls(actions));
  frame.append(Object.assign(document.createElement('p'), { className: 'quiet hint', textContent: KEYS }));
  rove(frame);
  select(svg).call(behaviour);
  behaviour.transform(select(svg), remembered());

  frame.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const pan = now.k > 1 && pans[event.key];
    const act = pan
      ? () => moved(behaviour.translateBy, (pan[0] * WIDTH * PAN) / now.k, (pan[1] * HEIGHT * PAN) / now.k)
      : actions[event.key === '=' ? '+' : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  frame.addEventListener('focusin', (event) => {
    const mark = marks.find(({ link }) => link === event.target);
    if (mark && !inView(now.apply([mark.x, mark.y]))) behaviour.translateTo(select(svg), mark.x, mark.y);
  });
}

// Plain scrolling goes on over the map; one finger moves it once it is enlarged.
function wanted(event, scale) {
  if (event.type === 'wheel') return event.ctrlKey || event.metaKey;
  if (event.type.startsWith('touch')) return event.touches.length > 1 || scale > 1;
  return !event.button && !event.ctrlKey;
}

const gently = (selection) =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? selection : selection.transition().duration(200);

function fitted(marks) {
  if (!marks.length) return zoomIdentity;
  const [left, right] = [Math.min(...marks.map(({ x }) => x)), Math.max(...marks.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...marks.map(({ y }) => y)), Math.max(...marks.map(({ y }) => y))];
  const k = Math.min((WIDTH * ROOM) / (right - left || 1), (HEIGHT * ROOM) / (bottom - top || 1), CLOSE);
  const scale = Math.max(k, 1);
  return zoomIdentity.translate(WIDTH / 2 - (scale * (left + right)) / 2, HEIGHT / 2 - (scale * (top + bottom)) / 2).scale(scale);
}

const inView = ([x, y]) => x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT;

function toMark(link) {
  const circle = link.querySelector('circle');
  const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  text.textContent = link.dataset.name;
  text.setAttribute('aria-hidden', 'true');
  link.append(text);
  const [x, y, radius] = ['cx', 'cy', 'r'].map((name) => Number(circle.getAttribute(name)));
  return { link, circle, text, x, y, radius, width: link.dataset.name.length * 6.2 };
}

function resize({ circle, text, x, y, radius }, factor) {
  circle.setAttribute('r', radius * factor);
  text.setAttribute('transform', `translate(${x + (radius + 3) * factor} ${y + 4 * factor}) scale(${factor})`);
}

// The largest first; a name that would lie on another is left out.
function label(marks, now, factor) {
  const taken = [];
  const size = now.k * factor;
  for (const { text, x, y, radius, width } of marks) {
    const [left, top] = [now.applyX(x) + (radius + 3) * size, now.applyY(y) - 7 * size];
    const box = { left, top, right: left + width * size, bottom: top + 14 * size };
    const free = inView(now.apply([x, y])) && box.right < WIDTH
      && !taken.some((one) => one.left < box.right && box.left < one.right && one.top < box.bottom && box.top < one.bottom);
    text.classList.toggle('shown', free);
    if (free) taken.push(box);
  }
}

function controls(actions) {
  const bar = Object.assign(document.createElement('p'), { className: 'controls' });
  for (const [key, sign, words] of CONTROLS) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: sign, title: words });
    if (sign.length === 1) button.setAttribute('aria-label', words);
    button.addEventListener('click', actions[key]);
    bar.append(button);
  }
  return bar;
}

// The mark and the row of a place are shown together.
function pairWithRow({ target }) {
  const address = target.closest?.('.world a')?.getAttribute('href') ?? `#${target.closest?.('tr')?.id || '-'}`;
  for (const one of document.querySelectorAll('.pointed')) one.classList.remove('pointed');
  for (const link of document.querySelectorAll('.world a')) {
    if (link.getAttribute('href') !== address) continue;
    link.classList.add('pointed');
    document.getElementById(address.slice(1))?.classList.add('pointed');
  }
}

function remember({ k, x, y }) {
  const url = new URL(location.href);
  if (k === 1) url.searchParams.delete(SHOWN);
  else url.searchParams.set(SHOWN, [k, x, y].map((number) => Math.round(number * 10) / 10).join('_'));
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}

function remembered() {
  const [k, x, y] = (new URL(location.href).searchParams.get(SHOWN) ?? '').split('_').map(Number);
  const sound = k >= 1 && k <= CLOSEST && Number.isFinite(x) && Number.isFinite(y);
  return sound ? zoomIdentity.translate(x, y).scale(k) : zoomIdentity;
}

enliven('[data-map]', enlargeable);
for (const pointed of ['pointerover', 'focusin']) document.addEventListener(pointed, pairWithRow);
