import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { keySetting } from "../../facts/key-setting.ts";
import { words } from "../../words/words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { chipStyles } from "../styles/chip-styles.ts";

/** Whether single keys do something, and which do what. Those whose speech or hands hit keys by chance switch them off. */
@customElement("key-choice")
export class KeyChoice extends LitElement {
  static override styles = [
    baseStyles,
    chipStyles,
    css`
      :host {
        display: grid;
        gap: 6px;
        font-size: var(--text-s);
      }
      h3 {
        margin: 0;
        font: 600 1em / 1.2 var(--body);
      }
      p {
        color: var(--ink-soft);
        line-height: 1.3;
      }
    `,
  ];

  protected override render() {
    const { label, on, off, which } = words.keys;
    return html`
      <h3>${label}</h3>
      <div class="chips">
        ${[true, false].map(
          (wanted) => html`<button
            data-testid="keys-${wanted ? "on" : "off"}"
            aria-pressed=${String(keySetting.on === wanted)}
            @click=${() => this.#set(wanted)}
          >
            ${wanted ? on : off}
          </button>`,
        )}
      </div>
      <p>${which}</p>
    `;
  }

  #set(wanted: boolean): void {
    keySetting.on = wanted;
    this.requestUpdate();
  }
}
