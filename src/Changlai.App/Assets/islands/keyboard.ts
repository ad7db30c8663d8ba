// `/` finds, `j` and `k` move through a list, Enter opens (the browser's own), digits press the buttons that carry them.

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox],[type=radio]), textarea, select'));

const shown = (element: HTMLElement) => element.getClientRects().length > 0;

function focusSearch(): boolean {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('input[data-search]')];
  const box = boxes.find(shown);
  box?.focus();
  box?.select();
  return box !== undefined;
}

function move(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].filter(shown);
  if (rows.length === 0) return false;
  const current = rows.findIndex(row => row === document.activeElement || row.closest('[data-keys]')?.contains(document.activeElement));
  const next = current < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, current + step));
  rows[next]?.focus();
  rows[next]?.scrollIntoView({ block: 'nearest' });
  return true;
}

// The buttons of the entry that has the focus; with no focus in a list, those of the first entry.
function press(key: string): boolean {
  const scope = document.activeElement?.closest('[data-keys]') ?? document.querySelector('[data-keys]');
  const button = [...(scope?.querySelectorAll<HTMLElement>('[data-key]') ?? [])].find(b => b.dataset.key === key && shown(b));
  button?.click();
  return button !== undefined;
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (typing(event.target)) {
    if (event.key === 'Escape') (event.target as HTMLElement).blur();
    return;
  }
  const handled =
    event.key === '/' ? focusSearch()
    : event.key === 'j' ? move(1)
    : event.key === 'k' ? move(-1)
    : /^[1-9]$/.test(event.key) ? press(event.key)
    : false;
  if (handled) event.preventDefault();
});
