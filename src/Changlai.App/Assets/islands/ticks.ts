// What somebody has ticked among values that were found stays ticked when the next answer takes their place: it moves to
// the values chosen, which the element with the found ones names in `data-ticks`.
function searched(event: Event): { found: HTMLElement; chosen: HTMLElement } | null {
  const found = event.target;
  if (!(found instanceof HTMLElement) || !found.dataset.ticks) return null;
  const chosen = document.getElementById(found.dataset.ticks);
  return chosen && { found, chosen };
}

document.addEventListener('htmx:beforeSwap', event => {
  const list = searched(event);
  if (list) list.chosen.append(...list.found.querySelectorAll('label:has(:checked)'));
});

document.addEventListener('htmx:afterSwap', event => {
  const list = searched(event);
  if (!list) return;
  const values = new Set([...list.chosen.querySelectorAll('input')].map(input => input.value));
  for (const input of list.found.querySelectorAll('input')) if (values.has(input.value)) input.closest('label')?.remove();
});
