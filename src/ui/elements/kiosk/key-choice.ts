import { css, html, LitElement, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { keySetting } from "../../facts/key-setting.ts";
import { words } from "../../words/words.ts";
import { KeySwitch } from "../key-switch.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { chipStyles } from "../styles/chip-styles.ts";

/**
 * Whether single keys do something, and which do what; for whoever has pressed one. Those whose speech or hands hit keys by
 * chance switch them off.
 */
@customElement("key-choice")
export class KeyChoice extends LitElement {
  constructor() {
    super();
    new KeySwitch(this);
  }

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

  protected override updated(): void {
    // What has nothing to say takes no room among the choices.
    this.hidden = !keySetting.used;
  }

  protected override render() {
    if (!keySetting.used) return nothing;
    const { label, on, off, which } = words.keys;
    return html`
      <h3>${label}</h3>
      <div class="chips" role="group" aria-label=${label}>
        ${[true, false].map(
          (wanted) => html`<button
            data-testid="keys-${wanted ? "on" : "off"}"
            aria-pressed=${String(keySetting.on === wanted)}
            @click=${() => {
              keySetting.on = wanted;
            }}
          >
            ${wanted ? on : off}
          </button>`,
        )}
      </div>
      <p>${which}</p>
    `;
  }
}
