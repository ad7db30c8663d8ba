// Makes a photo small before it is sent: a phone's camera gives several megabytes, a face beside a name needs some tens of
// kilobytes. The browser turns it upright, and drawing it anew leaves out where it was taken. What the browser cannot read
// goes to the server as it is, which says what is wrong with it.

class PhotoShrinker extends HTMLElement {
  connectedCallback(): void {
    this.input?.addEventListener('change', this.shrink);
  }

  disconnectedCallback(): void {
    this.input?.removeEventListener('change', this.shrink);
  }

  private get input(): HTMLInputElement | null {
    const input = document.getElementById(this.getAttribute('for') ?? '');
    return input instanceof HTMLInputElement ? input : null;
  }

  private readonly shrink = async (): Promise<void> => {
    const input = this.input;
    const chosen = input?.files?.[0];
    this.replaceChildren();
    if (!input || !chosen) return;
    const send = input.form?.querySelector<HTMLButtonElement>('button[type=submit]');
    try {
      if (send) send.disabled = true;
      const picture = await createImageBitmap(chosen, { imageOrientation: 'from-image' });
      const most = Number(this.getAttribute('pixels') ?? 1024);
      const scale = Math.min(1, most / Math.max(picture.width, picture.height));
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(picture.width * scale));
      canvas.height = Math.max(1, Math.round(picture.height * scale));
      const context = canvas.getContext('2d');
      if (!context) return;
      // A see-through picture would be black where nothing is.
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(picture, 0, 0, canvas.width, canvas.height);
      picture.close();
      const small = await new Promise<Blob | null>(done => { canvas.toBlob(done, 'image/jpeg', 0.85); });
      // Somebody who chooses again while this one is being drawn gets the other.
      if (!small || input.files?.[0] !== chosen) return;
      const files = new DataTransfer();
      files.items.add(new File([small], 'photo.jpg', { type: 'image/jpeg' }));
      input.files = files.files;
      this.show(canvas);
    } catch {
      // Not a picture that this browser knows.
    } finally {
      if (send) send.disabled = false;
    }
  };

  private show(canvas: HTMLCanvasElement): void {
    const image = new Image(48, 48);
    image.src = canvas.toDataURL('image/jpeg', 0.7);
    image.alt = '';
    const frame = document.createElement('span');
    frame.className = 'photo';
    frame.append(image);
    this.replaceChildren(frame);
  }
}

customElements.define('cl-photo', PhotoShrinker);
