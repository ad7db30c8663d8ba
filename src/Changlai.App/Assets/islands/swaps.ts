// htmx, kept to what the content security policy allows: nothing evaluated, no styles written into the page.
import htmx from 'htmx.org';

Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
  scrollIntoViewOnBoost: false,
});

// A form sent back with its errors (422) is shown like any other answer.
document.addEventListener('htmx:beforeSwap', event => {
  const detail = (event as CustomEvent<{ xhr: XMLHttpRequest; shouldSwap: boolean; isError: boolean }>).detail;
  if (detail.xhr.status === 422) {
    detail.shouldSwap = true;
    detail.isError = false;
  }
});

// htmx remembers the button that was pressed in a form and takes the address it names for whatever the form asks next. What
// was asked by typing goes where the form says.
document.addEventListener('htmx:configRequest', event => {
  const detail = (event as CustomEvent<{ elt: Element; path: string; triggeringEvent?: Event }>).detail;
  const own = detail.elt.getAttribute('hx-post');
  if (detail.elt instanceof HTMLFormElement && own !== null && detail.triggeringEvent?.type !== 'submit') detail.path = own;
});

/** Runs `act` now for the whole page and again for each part that is swapped in. */
export function whenShown(act: (part: ParentNode) => void): void {
  htmx.onLoad(part => act(part as HTMLElement));
}

/** Puts an answer where the form that asked for it says (`hx-target`, `hx-swap`). */
export function place(html: string, target: string, style: string): void {
  if (document.querySelector(target)) htmx.swap(target, html, { swapStyle: style as never, swapDelay: 0, settleDelay: 0 });
}
