import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { PeopleHere as Here } from "../../../protocol/people.ts";
import { hereText } from "../../facts/here-text.ts";
import { baseStyles } from "../styles/base-styles.ts";

/** Who is here by card or PIN, in a small line or two: by name only those who want that. */
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
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
        overflow-wrap: anywhere;
        line-height: 1.25;
        text-wrap: balance;
      }
    `,
  ];

  protected override render() {
    const text = hereText(this.people);
    return text === null ? nothing : html`<p dir="auto" data-testid="here">${text}</p>`;
  }
}
