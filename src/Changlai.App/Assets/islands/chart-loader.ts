// A chart draws the table it stands in front of. The drawing code is fetched only when a chart comes into view.

interface Charts { draw(host: HTMLElement, table: HTMLTableElement): () => void; }

class Chart extends HTMLElement {
  private stop: (() => void) | undefined;
  private watcher: IntersectionObserver | undefined;

  connectedCallback(): void {
    this.watcher = new IntersectionObserver(entries => {
      if (!entries.some(e => e.isIntersecting)) return;
      this.watcher?.disconnect();
      void this.draw();
    });
    this.watcher.observe(this);
  }

  disconnectedCallback(): void {
    this.watcher?.disconnect();
    this.stop?.();
  }

  private async draw(): Promise<void> {
    const host = this.querySelector<HTMLElement>('[data-chart]');
    const table = this.querySelector('table');
    const source = this.getAttribute('src');
    if (!host || !table || !source) return;
    host.hidden = false;
    const charts = (await import(source)) as Charts;
    this.stop = charts.draw(host, table);
  }
}

customElements.define('cl-chart', Chart);
