// Facets, sorting, filters and pages of a list: the same addresses as without script, but only what changed is replaced.
//
// A link or form that leads to the page one is on, with another query, is fetched by htmx and laid over what is there, so
// that focus and scrolling stay. Links to other pages are left alone.
import htmx from 'htmx.org';
import { tellShown } from './shown.js';

const leadsHere = (url) => url.origin === location.origin && url.pathname === location.pathname && url.search !== location.search;
const isPlain = (event) => event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

let asked = null; // what was followed, as it was: afterwards it may be another element, or say something else

function go(url, source) {
  asked = { rel: source.rel, href: source.href, words: words(source) };
  document.body.setAttribute('aria-busy', 'true');
  htmx
    .ajax('GET', url.pathname + url.search, { target: document.body, swap: 'innerMorph', push: 'true' })
    .finally(() => document.body.removeAttribute('aria-busy'));
}

// What a link says and under which heading, without its count: a facet that was chosen leads elsewhere afterwards.
const words = (link) => `${link.closest('section')?.firstElementChild?.textContent} ${link.textContent.replace(/[\d,]/g, '').trim()}`;

// A new page of a list is read from its top; else focus stays where it was, or goes to the content where that is gone.
function keepFocus(source) {
  const main = document.getElementById('main');
  if (source?.rel === 'next' || source?.rel === 'prev') {
    main.focus({ preventScroll: true });
    main.scrollIntoView({ block: 'start', behavior: 'instant' });
  } else if (document.activeElement === document.body) {
    const links = [...main.querySelectorAll('a')];
    const same = source && (links.find((link) => link.href === source.href) ?? links.find((link) => words(link) === source.words));
    (same || main).focus({ preventScroll: true });
  }
}

// What was ticked or typed and not asked for is let go, as when a page is loaded: boxes show what the server shows.
function untick() {
  for (const form of document.forms) form.reset();
  for (const box of document.querySelectorAll('input[type="checkbox"]')) box.checked = box.defaultChecked;
}

// The words of the count are said to who cannot see them change.
function settled() {
  const said = document.getElementById('said');
  if (said) said.textContent = document.querySelector('main .count')?.firstChild.textContent.replace(/\s+/g, ' ').trim() ?? '';
  untick();
  tellShown();
  keepFocus(asked);
  asked = null;
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href]');
  if (!link || event.defaultPrevented || !isPlain(event) || link.target || link.hasAttribute('download')) return;
  const url = new URL(link.href instanceof SVGAnimatedString ? link.href.baseVal : link.href, location.href);
  if (!leadsHere(url) || url.hash) return;
  event.preventDefault();
  go(url, link);
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  const url = new URL(form.action, location.href);
  if (event.defaultPrevented || form.method !== 'get' || url.pathname !== location.pathname) return;
  event.preventDefault();
  const given = [...new FormData(form, event.submitter)].filter(([, value]) => value !== '');
  url.search = new URLSearchParams(given);
  go(url, form);
});

document.addEventListener('htmx:after:settle', settled);
document.addEventListener('htmx:error', (event) => {
  const action = event.detail.ctx?.request?.action;
  if (action) location.assign(action); // what failed is asked for again as a page, so that the browser says why
});
