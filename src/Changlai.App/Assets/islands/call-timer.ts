// A quiet clock beside a call: it starts when the number is tapped and changes its tone when the polite length is over.

class CallTimer extends HTMLElement {
  private ticking: number | undefined;

  connectedCallback(): void {
    const scope = this.closest('[data-keys]') ?? document;
    scope.addEventListener('click', this.start);
  }

  disconnectedCallback(): void {
    (this.closest('[data-keys]') ?? document).removeEventListener('click', this.start);
    clearInterval(this.ticking);
  }

  private readonly start = (event: Event): void => {
    if (!(event.target instanceof Element) || !event.target.closest('a[href^="tel:"]')) return;
    clearInterval(this.ticking);
    const begun = Date.now();
    const polite = Number(this.getAttribute('minutes') ?? 5) * 60;
    const show = (): void => {
      const seconds = Math.floor((Date.now() - begun) / 1000);
      this.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
      this.classList.toggle('is-over', seconds >= polite);
    };
    show();
    this.hidden = false;
    this.ticking = window.setInterval(show, 1000);
  };
}

customElements.define('cl-call-timer', CallTimer);
