// What somebody has ticked among values that were found stays ticked when the next answer takes their place: it moves to
// the values chosen, which the element with the found ones names in `data-ticks`.
function chosenOf(found: HTMLElement): HTMLElement | null {
  return found.dataset.ticks ? document.getElementById(found.dataset.ticks) : null;
}

document.addEventListener('htmx:beforeSwap', event => {
  const { target: found } = (event as CustomEvent<{ target: HTMLElement }>).detail;
  const chosen = chosenOf(found);
  if (chosen) for (const label of found.querySelectorAll('label:has(:checked)')) chosen.append(label);
});

document.addEventListener('htmx:afterSwap', event => {
  const { target: found } = (event as CustomEvent<{ target: HTMLElement }>).detail;
  const values = new Set([...(chosenOf(found)?.querySelectorAll('input') ?? [])].map(input => input.value));
  for (const input of found.querySelectorAll('input')) if (values.has(input.value)) input.closest('label')?.remove();
});
