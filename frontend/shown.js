// What a script does to a page is done when it opens, and again when swap.js has put other content into it.
const EVENT = 'dateline:shown';

export const tellShown = () => document.dispatchEvent(new CustomEvent(EVENT));

export function whenShown(start) {
  start();
  document.addEventListener(EVENT, start);
}
