import { html } from "lit";

/** A box that lets somebody see what they type. The host keeps whether they do. */
export function showSecret(host: { shown: boolean }, label: string) {
  return html`<label class="check">
    <input
      type="checkbox"
      .checked=${host.shown}
      @change=${(event: Event) => {
        host.shown = (event.target as HTMLInputElement).checked;
      }}
    />
    <span>${label}</span>
  </label>`;
}
