// A stretch of the timeline is chosen by dragging over its bars, or by moving its two edges by pointer or keys. What is chosen
// is an address, that of a link: so it is shown, shared and left by the back button as without script.
import { drag } from 'd3-drag';
import { select } from 'd3-selection';
import { rove } from './rove.js';
import { enliven } from './shown.js';

const WIDTH = 1000;
const HEIGHT = 120; // of the bars
const GRIP = { width: 8, height: 22, reach: 28 }; // what takes hold of it reaches further than what is seen: fingers are broad
const SEEN_BEFORE = 0.75; // of the width, where it is too wide to be seen whole
const DAY = 86_400_000;
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -10, PageUp: 10, Home: -Infinity, End: Infinity };
const HINT = 'Drag over the bars to choose a time, or move its edges: Tab to an edge, arrow keys, Enter.';
const isTouch = (event) => event.type.startsWith('touch');

function brushable(frame) {
  const edges = frame.dataset.brush.split(' ');
  const last = edges.length - 1;
  const at = scaled(edges);
  const svg = frame.querySelector('svg');
  const density = select(svg).select('.density');
  const whole = { from: 0, to: last };
  let chosen = { ...whole };

  density.insert('rect', ':first-child').attr('class', 'ground').attr('width', WIDTH).attr('height', HEIGHT);
  const outside = ['from', 'to'].map(() => density.append('rect').attr('class', 'outside').attr('y', -6).attr('height', HEIGHT + 6));
  const handles = { from: handle(density, 'From'), to: handle(density, 'To') };
  const link = document.createElement('a');
  link.className = 'chosen';
  const said = document.createElement('p');
  said.className = 'quiet hint';
  frame.before(said);

  function choose(from, to) {
    chosen = { from: Math.max(0, Math.min(from, last - 1)), to: Math.min(last, Math.max(to, 1)) };
    outside[0].attr('x', 0).attr('width', at(chosen.from));
    outside[1].attr('x', at(chosen.to)).attr('width', WIDTH - at(chosen.to));
    for (const name of ['from', 'to']) {
      handles[name]
        .attr('transform', `translate(${at(chosen[name])} 0)`)
        .attr('aria-valuemax', last)
        .attr('aria-valuenow', chosen[name])
        .attr('aria-valuetext', day(name));
    }
    const all = chosen.from === 0 && chosen.to === last;
    link.textContent = `Show ${day('from')} to ${day('to')}`;
    link.href = address(day('from'), day('to'));
    said.replaceChildren(all ? HINT : link);
  }
  const day = (name) => (name === 'from' ? edges[chosen.from] : dayBefore(edges[chosen.to]));
  // Later: a click that ends a drag is kept from leading anywhere, until the drag is over. A finger chooses roughly: what it
  // chose is asked for when the link is touched, and can be put right by the edges before.
  const follow = (event) => (event?.sourceEvent && isTouch(event.sourceEvent)) || setTimeout(() => link.isConnected && link.click());
  // The last edge that is not right of x, and the first that is not left of it.
  const binAt = (x) => Math.max(0, edges.findLastIndex((_, n) => at(n) <= x));
  const edgeAt = (x) => binAt(x) + (x - at(binAt(x)) > (at(Math.min(binAt(x) + 1, last)) - at(binAt(x))) / 2 ? 1 : 0);

  density.call(
    drag()
      .touchable(true)
      .container(svg)
      .filter((event) => !event.button && !event.ctrlKey && !event.target.closest('.edge') && !(event.touches?.length > 1))
      .on('start', (event) => {
        const begin = event.x;
        event.on('drag', ({ x }) => {
          choose(binAt(Math.min(begin, x)), binAt(Math.max(begin, x)) + 1);
          event.on('end', follow);
        });
      }),
  );
  for (const [name, other] of [['from', 'to'], ['to', 'from']]) {
    const move = (edge) => {
      const free = name === 'from' ? Math.min(edge, chosen[other] - 1) : Math.max(edge, chosen[other] + 1);
      choose(...(name === 'from' ? [free, chosen.to] : [chosen.from, free]));
    };
    handles[name].call(drag().container(svg).on('drag', ({ x }) => move(edgeAt(x))).on('end', follow)).on('keydown', (event) => {
      if (event.key === 'Enter') follow();
      else if (event.key === 'Escape') choose(whole.from, whole.to);
      else if (event.key in STEPS) move(Math.max(0, Math.min(last, chosen[name] + STEPS[event.key])));
      else return;
      event.preventDefault();
    });
  }
  choose(whole.from, whole.to);
  rove(frame);
  // Where it is too wide, what led up to the newest page is seen first.
  const now = svg.querySelector('line.now')?.getBoundingClientRect().x ?? Infinity;
  frame.scrollLeft += now - frame.getBoundingClientRect().x - SEEN_BEFORE * frame.clientWidth;
}

function handle(density, name) {
  const edge = density.append('g').attr('class', 'edge').attr('role', 'slider').attr('tabindex', 0).attr('aria-label', name);
  edge.attr('aria-valuemin', 0);
  edge.append('line').attr('y1', -6).attr('y2', HEIGHT);
  edge.append('rect').attr('x', -GRIP.width / 2).attr('y', (HEIGHT - GRIP.height) / 2).attr('rx', 2);
  edge.select('rect').attr('class', 'sign').attr('width', GRIP.width).attr('height', GRIP.height);
  edge.append('rect').attr('class', 'grip').attr('x', -GRIP.reach / 2).attr('y', -6).attr('width', GRIP.reach).attr('height', HEIGHT + 6);
  return edge;
}

function scaled(edges) {
  const days = edges.map((edge) => Date.parse(edge) / DAY);
  return (n) => (WIDTH * (days[n] - days[0])) / (days.at(-1) - days[0]);
}

const dayBefore = (day) => new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);

function address(since, until) {
  const url = new URL(location.href);
  url.searchParams.set('since', since);
  url.searchParams.set('until', until);
  url.hash = '';
  return url.pathname + url.search;
}

enliven('[data-brush]', brushable);
