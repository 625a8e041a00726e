import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { PeopleHere as Here } from "../../../protocol/people.ts";
import { hereText } from "../../facts/here-text.ts";
import { baseStyles } from "../styles/base-styles.ts";

/** Who is here by card or PIN, in one small line: by name only those who want that. */
@customElement("people-here")
export class PeopleHere extends LitElement {
  @property({ attribute: false }) people: Here = { named: [], others: 0 };

  static override styles = [
    baseStyles,
    css`
      :host {
        flex: 0 1 auto;
        min-width: 0;
      }
      :host(:not([hidden])) {
        display: block;
      }
      p {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  protected override render() {
    const text = hereText(this.people);
    return text === null ? nothing : html`<p dir="auto" data-testid="here">${text}</p>`;
  }
}
