// Moving through a list by keyboard: j and k move, Enter opens, e opens the page of the first source, / searches.
const SETTING = 'dateline-keys';
const on = () => localStorage.getItem(SETTING) !== 'off';

function move(step) {
  const rows = [...document.querySelectorAll('tr.entry')];
  const now = rows.findIndex((row) => row.classList.contains('here'));
  let at = now < 0 ? 0 : now + step;
  while (rows[at] && !rows[at].checkVisibility()) at += step; // parts of a folded frame
  const next = rows[at];
  if (!next) return;
  rows[now]?.classList.remove('here');
  next.classList.add('here');
  next.scrollIntoView({ block: 'nearest' });
  // The row and not its link: the first focus of a link takes Chromium the longer the more links there are.
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
}

const open = (selector) => document.querySelector('tr.here')?.querySelector(selector)?.click();

const ACTIONS = {
  j: () => move(1),
  k: () => move(-1),
  Enter: () => open('th a'),
  e: () => open('.sources a'),
  '/': () => document.getElementById('find').focus(),
  '?': help,
};

const EVERYWHERE = [['j k', 'next row, row before'], ['Enter', 'open the row'], ['e', 'open its first source'], ['/', 'search'], ['?', 'this help']];
// Keys of what stands on some pages only; they work while it has the focus, and cannot be switched off as they take no letter
// from anybody else.
const PARTS = [
  ['[data-brush]', 'On an edge of the chosen time', [['← →', 'earlier, later'], ['PageUp PageDown', 'by ten'], ['Home End', 'as far as it goes'], ['Enter', 'show what is chosen'], ['Esc', 'choose all']]],
  ['[data-brush]', 'On a shape of the timeline', [['← → ↑ ↓', 'to the next one'], ['Enter', 'open it']]],
  ['[data-map]', 'On the map', [['+ −', 'enlarge, make smaller'], ['← → ↑ ↓', 'move it; on a mark, to the next one'], ['f', 'fit all marks'], ['0', 'the whole world'], ['Enter', 'from a mark to its row']]],
  ['[data-network]', 'In the network', [['← → ↑ ↓', 'to the next one'], ['Enter', 'open the dossier']]],
];

function help() {
  const dialog = document.createElement('dialog');
  const here = PARTS.filter(([selector]) => document.querySelector(selector));
  dialog.append(...keysOf('h2', 'Keys', EVERYWHERE), ...here.flatMap(([, title, list]) => keysOf('h3', title, list)));
  const label = document.createElement('label');
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: on() });
  box.addEventListener('change', () => localStorage.setItem(SETTING, box.checked ? 'on' : 'off'));
  label.append(box, ' Use these keys');
  const close = Object.assign(document.createElement('button'), { textContent: 'Close' });
  close.addEventListener('click', () => dialog.close());
  dialog.append(label, document.createElement('p'), close);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function keysOf(level, title, list) {
  const table = document.createElement('dl');
  table.className = 'cells';
  for (const [keys, words] of list) {
    const term = document.createElement('dt');
    for (const key of keys.split(' ')) term.append(Object.assign(document.createElement('kbd'), { textContent: key }), ' ');
    table.append(term, Object.assign(document.createElement('dd'), { textContent: words }));
  }
  return [Object.assign(document.createElement(level), { textContent: title }), table];
}

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, dialog');
  const action = ACTIONS[event.key];
  if (!action || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!on() && event.key !== '?') return;
  if (event.key === 'Enter' && event.target.closest('a, button, summary, input')) return;
  event.preventDefault();
  action();
});
