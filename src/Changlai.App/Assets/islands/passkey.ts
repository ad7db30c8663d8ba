// A form that an authenticator fills in: the server gives a challenge, the device answers it, and the form carries the answer. Stays hidden where the
// browser has no passkeys, or the address is a bare number, to which none can belong.

interface CredentialParser {
  parseCreationOptionsFromJSON(options: unknown): PublicKeyCredentialCreationOptions;
  parseRequestOptionsFromJSON(options: unknown): PublicKeyCredentialRequestOptions;
}

function parser(): CredentialParser | undefined {
  const known = window.PublicKeyCredential as unknown as Partial<CredentialParser> | undefined;
  return known?.parseCreationOptionsFromJSON && known.parseRequestOptionsFromJSON ? (known as CredentialParser) : undefined;
}

class Passkey extends HTMLElement {
  private isAsking = false;

  connectedCallback(): void {
    if (!parser() || /^[\d.]+$|:/.test(location.hostname)) return;
    this.hidden = false;
    this.addEventListener('submit', this.ask, true);
  }

  disconnectedCallback(): void {
    this.removeEventListener('submit', this.ask, true);
  }

  private readonly ask = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
    if (this.isAsking || !(event.target instanceof HTMLFormElement)) return;
    this.isAsking = true;
    this.takeTicks(event.target);
    void this.answer(event.target).finally(() => (this.isAsking = false));
  };

  // A tick that stands in another form of the page.
  private takeTicks(form: HTMLFormElement): void {
    for (const field of form.querySelectorAll<HTMLInputElement>('input[data-tick]')) {
      const tick = document.getElementById(field.dataset.tick ?? '');
      field.value = tick instanceof HTMLInputElement && tick.checked ? tick.value : '';
    }
  }

  private async answer(form: HTMLFormElement): Promise<void> {
    this.tell('');
    const field = form.elements.namedItem('credential') as HTMLInputElement;
    try {
      const asked = await fetch(this.getAttribute('challenge') ?? '', { method: 'POST', body: new URLSearchParams([...new FormData(form)] as string[][]) });
      if (asked.status === 422) {
        this.tell(await asked.text());
        return;
      }
      if (!asked.ok) throw new Error(asked.statusText);
      field.value = JSON.stringify(await this.credential(await asked.json()));
    } catch {
      // Cancelled, or none that fits: the person knows; the page says what else there is.
      this.tell(this.getAttribute('failed') ?? '');
      return;
    }
    form.submit();
  }

  private async credential(options: unknown): Promise<Credential> {
    const known = parser()!;
    const made = this.getAttribute('way') === 'create'
      ? await navigator.credentials.create({ publicKey: known.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: known.parseRequestOptionsFromJSON(options) });
    if (!made) throw new Error('no credential');
    return made;
  }

  private tell(words: string): void {
    const place = this.querySelector<HTMLElement>('[role=alert]');
    if (!place) return;
    place.textContent = words;
    place.hidden = words === '';
  }
}

customElements.define('cl-passkey', Passkey);
