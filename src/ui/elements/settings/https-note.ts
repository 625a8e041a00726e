import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { AppState, SecureAddress } from "../../../protocol/state.ts";
import { ask } from "../../link/ask.ts";
import { failedNote } from "../failed-note.ts";
import { keepFocus } from "../keep-focus.ts";
import "../people/https-told.ts";
import { baseStyles } from "../styles/base-styles.ts";

/** Where admins come in from other devices, and the fingerprint to compare there. Nothing while Mien is not open to them. */
@customElement("https-note")
export class HttpsNote extends LitElement {
  /** The setting `openToNetwork`: with each change the daemon is asked anew, and by `look` where Mien was started again. */
  @property({ type: Boolean }) openToNetwork = false;
  @state() private https: SecureAddress | null = null;
  @state() private fault: string | null = null;

  static override styles = [
    baseStyles,
    css`
      https-told {
        padding: 12px 0;
        line-height: 1.4;
      }
    `,
  ];

  constructor() {
    super();
    keepFocus(this);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("openToNetwork") && this.openToNetwork) void this.look();
  }

  protected override render() {
    if (!this.openToNetwork) return nothing;
    if (this.fault !== null) return failedNote(this.fault, () => this.look());
    return this.https === null ? nothing : html`<https-told .https=${this.https}></https-told>`;
  }

  async look(): Promise<void> {
    const answer = await ask<AppState>("/api/state");
    this.fault = answer.ok ? null : answer.reason;
    if (answer.ok) this.https = answer.value.https;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "https-note": HttpsNote;
  }
}
