// What a script does to a part of a page is done when the page opens, and again when swap.js has put other content in.
const EVENT = 'dateline:shown';
const live = new WeakSet();

export const tellShown = () => document.dispatchEvent(new CustomEvent(EVENT));

export function enliven(selector, make) {
  const start = () => {
    for (const found of document.querySelectorAll(selector)) {
      // What listens to a part belongs to what it showed before, and goes with it.
      const part = live.has(found) ? found.cloneNode(true) : found;
      if (part !== found) found.replaceWith(part);
      live.add(part);
      make(part);
    }
  };
  start();
  document.addEventListener(EVENT, start);
}
