import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { PeopleHere as Here } from "../../../protocol/people.ts";
import { hereBrief, hereText } from "../../facts/here-text.ts";
import { signs } from "../../facts/signs.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { signStyles } from "../styles/sign-styles.ts";
import { sayWholeWords } from "./whole-words.ts";

/** Who is here by card or PIN, in a small line or two: by name only those who want that, and where there is room for it. */
@customElement("people-here")
export class PeopleHere extends LitElement {
  @property({ attribute: false }) people: Here = { named: [], others: 0 };

  static override styles = [
    baseStyles,
    css`
      /* As wide as there is room, whatever is said in it: so it is measured anew whenever more or less room is left. */
      :host {
        flex: 1 1 auto;
        min-width: 0;
        text-align: center;
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
      :host(:not([says="whole"])) .whole,
      :host([says="whole"]) .brief {
        display: none;
      }
      .brief {
        overflow-wrap: normal;
      }
      /* The 7-inch touchscreen, where phones and their code take most of the row. */
      @media (max-height: 540px) {
        p {
          font-size: 15px;
        }
        .brief {
          -webkit-line-clamp: 3;
        }
      }
    `,
    signStyles,
  ];

  constructor() {
    super();
    sayWholeWords(this, "p");
  }

  protected override willUpdate(): void {
    // What says nothing takes no room from what stands beside it.
    this.hidden = hereText(this.people) === null;
  }

  protected override render() {
    const [whole, brief] = [hereText(this.people), hereBrief(this.people)];
    if (whole === null || brief === null) return nothing;
    return html`<p class="whole ${signs(whole)}" dir="auto" data-testid="here">${whole}</p>
      <p class="brief ${signs(brief)}" dir="auto" data-testid="here-brief">${brief}</p>`;
  }
}
