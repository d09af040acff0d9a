// The network of co-actors: who is pointed at stands out with all they are tied to, nodes can be pulled apart, weak ties be
// left out. Where each stands, and what its link leads to, is the server's.
import { drag } from 'd3-drag';
import { select } from 'd3-selection';
import { rove } from './rove.js';
import { enliven } from './shown.js';

function pointable(frame) {
  const svg = frame.querySelector('svg');
  const nodes = [...svg.querySelectorAll('[data-node]')];
  const lines = [...svg.querySelectorAll('.ties line')];
  const ends = (line) => [line.dataset.a, line.dataset.b];

  function point(node) {
    const number = node?.dataset.node;
    const near = new Set(lines.filter((line) => ends(line).includes(number)).flatMap(ends));
    for (const other of nodes) other.classList.toggle('far', Boolean(node) && !near.has(other.dataset.node));
    for (const line of lines) {
      line.classList.toggle('near', ends(line).includes(number));
      line.classList.toggle('far', Boolean(node) && !ends(line).includes(number));
    }
  }

  function pull(node, { dx, dy }) {
    for (const shape of node.children) {
      for (const [name, step] of shape.matches('circle') ? [['cx', dx], ['cy', dy]] : [['x', dx], ['y', dy]]) {
        shape.setAttribute(name, Number(shape.getAttribute(name)) + step);
      }
    }
    const circle = node.querySelector('circle');
    for (const line of lines) {
      for (const end of ends(line).flatMap((number, n) => (number === node.dataset.node ? [n + 1] : []))) {
        line.setAttribute(`x${end}`, circle.getAttribute('cx'));
        line.setAttribute(`y${end}`, circle.getAttribute('cy'));
      }
    }
  }

  svg.classList.add('live');
  select(svg).selectAll('[data-node]').call(
    drag()
      .touchable(false)
      .container(svg)
      .on('drag', function moved(event) {
        pull(this, event);
      }),
  );
  for (const event of ['pointerover', 'focusin']) frame.addEventListener(event, ({ target }) => point(target.closest('[data-node]')));
  frame.addEventListener('pointerleave', () => point(document.activeElement.closest?.('[data-node]')));
  frame.addEventListener('focusout', () => point(null));
  const stopAtFirst = rove(frame);
  const strongest = Math.max(...nodes.map((node) => Number(node.dataset.entries ?? 0)));
  if (strongest > 1) {
    frame.before(
      threshold(strongest, (least) => {
        leaveOut([...nodes, ...lines], least);
        stopAtFirst();
      }),
    );
  }
}

function leaveOut(shapes, least) {
  const weak = (shape) => shape.dataset.entries !== undefined && Number(shape.dataset.entries) < least;
  const gone = new Set(shapes.filter((shape) => shape.dataset.node && weak(shape)).map((shape) => shape.dataset.node));
  for (const shape of shapes) {
    const loose = gone.has(shape.dataset.a) || gone.has(shape.dataset.b);
    shape.toggleAttribute('hidden', weak(shape) || loose);
  }
}

function threshold(strongest, choose) {
  const label = document.createElement('label');
  label.className = 'controls';
  const range = Object.assign(document.createElement('input'), { type: 'range', min: 1, max: strongest, step: 1, value: 1 });
  const told = document.createElement('output');
  const tell = () => (told.textContent = range.value);
  range.addEventListener('input', () => {
    tell();
    choose(Number(range.value));
  });
  tell();
  label.append('At least this many entries in common: ', range, ' ', told);
  return label;
}

enliven('[data-network]', pointable);
