// Small comforts of forms: filters apply when they change; a button that was pressed says so while the page is on its way.

document.addEventListener('change', event => {
  const form = event.target instanceof HTMLElement ? event.target.closest('form') : null;
  if (form instanceof HTMLFormElement && form.hasAttribute('data-apply')) form.requestSubmit();
});

document.addEventListener('submit', event => {
  if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return;
  if (event.target.method !== 'get') event.submitter?.setAttribute('aria-busy', 'true');
});

// Coming back with the browser's back button shows the page as it was left, buttons included.
addEventListener('pageshow', () => {
  for (const button of document.querySelectorAll('[aria-busy=true]')) button.removeAttribute('aria-busy');
});
