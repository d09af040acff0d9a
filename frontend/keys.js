// Moving through a list by keyboard: j and k move, Enter opens, e opens the page of the first source, / searches.
const SETTING = 'dateline-keys';
const on = () => localStorage.getItem(SETTING) !== 'off';
const rows = () => [...document.querySelectorAll('tr.entry')].filter((row) => row.offsetParent !== null);

function move(step) {
  const all = rows();
  if (!all.length) return;
  const now = all.findIndex((row) => row.classList.contains('here'));
  const next = all[Math.min(Math.max(now + step, 0), all.length - 1)];
  all[now]?.classList.remove('here');
  next.classList.add('here');
  next.scrollIntoView({ block: 'nearest' });
  (next.querySelector('th a, a') ?? next).focus({ preventScroll: true });
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

function help() {
  const dialog = document.createElement('dialog');
  const list = [['j k', 'next row, row before'], ['Enter', 'open the row'], ['e', 'open its first source'], ['/', 'search'], ['?', 'this help']];
  const heading = document.createElement('h2');
  heading.textContent = 'Keys';
  const table = document.createElement('dl');
  table.className = 'cells';
  for (const [keys, words] of list) {
    const term = document.createElement('dt');
    for (const key of keys.split(' ')) term.append(Object.assign(document.createElement('kbd'), { textContent: key }), ' ');
    table.append(term, Object.assign(document.createElement('dd'), { textContent: words }));
  }
  const label = document.createElement('label');
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: on() });
  box.addEventListener('change', () => localStorage.setItem(SETTING, box.checked ? 'on' : 'off'));
  label.append(box, ' Use these keys');
  const close = Object.assign(document.createElement('button'), { textContent: 'Close' });
  close.addEventListener('click', () => dialog.close());
  dialog.append(heading, table, label, document.createElement('p'), close);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, textarea, select, dialog');
  const action = ACTIONS[event.key];
  if (!action || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!on() && event.key !== '?') return;
  if (event.key === 'Enter' && event.target.closest('a, button, summary')) return;
  event.preventDefault();
  action();
});
