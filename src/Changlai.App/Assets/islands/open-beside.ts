// In a list with its detail beside it, a link marked data-open fills the detail and leaves the list where it is. Where
// there is no room for both, and without this script, it is an ordinary link.
import htmx from 'htmx.org';

const roomForBoth = matchMedia('(min-width: 75rem)');

document.addEventListener('click', event => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || !roomForBoth.matches) return;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-open]') : null;
  const target = link?.dataset.open;
  if (!link || !target || !document.querySelector(target)) return;
  event.preventDefault();
  for (const other of document.querySelectorAll('a[data-open][aria-current]')) other.removeAttribute('aria-current');
  link.setAttribute('aria-current', 'true');
  history.pushState({ beside: true }, '', link.href);
  void htmx.ajax('get', link.href, { target, swap: 'innerHTML' });
});

addEventListener('popstate', () => { if (document.querySelector('a[data-open]')) location.reload(); });
