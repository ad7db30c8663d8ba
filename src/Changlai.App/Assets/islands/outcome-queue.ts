// A tap is never lost and never counted twice. A form marked data-queue is kept on the device with its idempotency key
// before it is sent, and stays there until the server has answered; the server knows the key and counts it once.
import { place } from './swaps';

interface Kept { key: string; user: string; url: string; body: string; target: string; swap: string; label: string; }

const shelf = 'changlai.outcomes';
const user = () => document.body.dataset.user ?? '';
const bar = () => document.querySelector<HTMLElement>('[data-queue-bar]');

function read(): Kept[] {
  try {
    return JSON.parse(localStorage.getItem(shelf) ?? '[]') as Kept[];
  } catch {
    return [];
  }
}

function write(kept: Kept[]): boolean {
  try {
    localStorage.setItem(shelf, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

const forget = (key: string) => write(read().filter(k => k.key !== key));
const mine = () => read().filter(k => k.user === user());

function say(): void {
  const element = bar();
  if (!element) return;
  const waiting = mine().length;
  element.hidden = waiting === 0;
  const text = element.querySelector('[data-queue-text]');
  if (text) text.textContent = (element.dataset.text ?? '').replace('{0}', String(waiting));
}

type Answer = 'taken' | 'refused' | 'signed-out' | 'unreachable';

async function send(kept: Kept): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(kept.url, {
      method: 'POST',
      body: kept.body,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'HX-Request': 'true', 'Idempotency-Key': kept.key },
    });
  } catch {
    return 'unreachable';
  }
  if (response.status === 401 || (response.redirected && new URL(response.url).pathname.startsWith('/sign-in'))) return 'signed-out';
  if (response.status >= 500 || response.status === 429) return 'unreachable';
  forget(kept.key);
  const html = await response.text();
  if (response.ok || response.status === 409 || response.status === 422) {
    if (kept.target) show(html, kept.target, kept.swap);
    else if (response.redirected) location.assign(response.url);
    return 'taken';
  }
  return 'refused';
}

// On a phone the buttons lie below what is exchanged: the answer is brought into view.
// What the address says was open is closed now: a reload is not to bring it back.
function show(html: string, target: string, swap: string): void {
  place(html, target, swap);
  const here = new URL(location.href);
  if (here.searchParams.has('open')) {
    here.searchParams.delete('open');
    history.replaceState(history.state, '', here);
  }
  const shown = document.querySelector(target);
  if (shown && shown.getBoundingClientRect().top < 0) shown.scrollIntoView({ block: 'start' });
}

let busy = false;

async function sendAll(): Promise<void> {
  if (busy) return;
  busy = true;
  try {
    for (const kept of mine()) {
      const answer = await send(kept);
      if (answer === 'refused') bar()?.querySelector('[data-queue-refused]')?.removeAttribute('hidden');
      if (answer === 'unreachable' || answer === 'signed-out') break;
    }
  } finally {
    busy = false;
    say();
  }
}

document.addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !form.hasAttribute('data-queue')) return;
  const data = new FormData(form, event.submitter);
  const key = data.get('idempotencyKey');
  if (typeof key !== 'string' || key === '') return;
  const kept: Kept = {
    key,
    user: user(),
    // The property `formAction` is the page's own address where a button names none.
    url: event.submitter?.hasAttribute('formaction') ? (event.submitter as HTMLButtonElement).formAction : form.action,
    body: new URLSearchParams(data as never).toString(),
    target: form.dataset.target ?? '',
    swap: form.dataset.swap ?? 'outerHTML',
    label: form.dataset.label ?? '',
  };
  // With no room to keep it, the browser sends the form as it would without this script.
  if (!write([...read().filter(k => k.key !== key), kept])) return;
  event.preventDefault();
  event.submitter?.setAttribute('aria-busy', 'true');
  form.classList.add('is-sent');
  void sendAll().then(() => event.submitter?.removeAttribute('aria-busy'));
});

addEventListener('online', () => void sendAll());
addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible' && mine().length > 0) void sendAll(); });
setInterval(() => { if (mine().length > 0) void sendAll(); }, 20_000);
say();
void sendAll();
