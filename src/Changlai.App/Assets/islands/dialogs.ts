// An open dialog is part of the address. The server sends it open; here it becomes modal, and closing it follows its close link.
import { whenShown } from './swaps';

whenShown(part => {
  for (const dialog of part.querySelectorAll<HTMLDialogElement>('dialog[data-close]')) {
    if (!dialog.open || dialog.matches(':modal')) continue;
    dialog.close();
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[autofocus], input:not([type=hidden]), select, textarea')?.focus();
    dialog.addEventListener('cancel', event => {
      event.preventDefault();
      location.assign(dialog.dataset.close ?? location.pathname);
    });
    dialog.addEventListener('click', event => {
      if (event.target === dialog) location.assign(dialog.dataset.close ?? location.pathname);
    });
  }
});

// A menu made of <details> closes when the attention goes elsewhere.
document.addEventListener('click', event => {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]'))
    if (!menu.contains(event.target as Node)) menu.open = false;
});
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
});
