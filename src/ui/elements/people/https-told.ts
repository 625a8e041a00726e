import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { SecureAddress } from "../../../protocol/state.ts";
import { peopleWords } from "../../words/people-words.ts";
import { baseStyles } from "../styles/base-styles.ts";

/** Whoever is asked by a browser whether to trust the certificate can compare it here, half by half. */
@customElement("https-told")
export class HttpsTold extends LitElement {
  @property({ attribute: false }) https: SecureAddress | null = null;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      /* On a small screen the keys would lie over half of it: it is there again as soon as they go. */
      @media (max-height: 540px) {
        :host {
          display: var(--beside-keys, block);
        }
      }
      .fingerprint {
        display: block;
        font-size: 0.9em;
        overflow-wrap: anywhere;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  protected override render() {
    const { signIn } = peopleWords;
    if (this.https === null) return nothing;
    const { port, host, fingerprint } = this.https;
    return html`<p class="soft" data-testid="https">
      ${signIn.elsewhere(`https://${host}:${port}`)}<br />
      ${signIn.fingerprint}
      <span class="fingerprint"
        ><bdi dir="ltr">${parts(fingerprint, 0)}</bdi><br /><bdi dir="ltr">${parts(fingerprint, 2)}</bdi></span
      >
    </p>`;
  }
}

/** Two quarters of it, each on a line of its own where both have no room in one. */
function parts(fingerprint: string, from: number) {
  const quarter = Math.ceil(fingerprint.length / 4);
  const at = (index: number) => fingerprint.slice(index * quarter, (index + 1) * quarter);
  return html`${at(from)}<wbr />${at(from + 1)}`;
}
