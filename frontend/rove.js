// Many links of a drawing are one stop of the Tab key: arrow keys lead from one to the nearest in their direction.
const AHEAD = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

// `frame` is the element around the drawing: an svg that listens to focus can itself be focused.
// Gives back what to call when some were hidden.
export function rove(frame) {
  const links = () => [...frame.querySelectorAll('a')].filter((link) => link.getClientRects().length);
  const stop = (link) => {
    for (const other of frame.querySelectorAll('a[tabindex="0"]')) other.setAttribute('tabindex', '-1');
    link?.setAttribute('tabindex', '0');
  };
  for (const link of frame.querySelectorAll('a')) link.setAttribute('tabindex', '-1');
  stop(links()[0]);
  frame.addEventListener('focusin', (event) => event.target.closest('a') && stop(event.target.closest('a')));
  frame.addEventListener('keydown', (event) => {
    const here = event.target.closest('a');
    if (!here || !AHEAD[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    nearest(here, links(), AHEAD[event.key])?.focus();
  });
  return () => stop(links()[0]);
}

function nearest(here, links, [right, down]) {
  const from = middle(here);
  let best = null;
  let least = Infinity;
  for (const link of links) {
    const to = middle(link);
    const along = (to.x - from.x) * right + (to.y - from.y) * down;
    const aside = Math.abs((to.x - from.x) * down) + Math.abs((to.y - from.y) * right);
    // What is aside counts double: the next is rather ahead than near.
    const cost = along > 0 ? along + 2 * aside : Infinity;
    if (link !== here && cost < least) [best, least] = [link, cost];
  }
  return best;
}

// At its foot: bars stand on one line however high they are.
function middle(link) {
  const box = link.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.bottom };
}
