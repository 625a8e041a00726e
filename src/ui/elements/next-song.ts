import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { words } from "../words/words.ts";
import { baseStyles } from "./styles/base-styles.ts";

/** Which song comes next, in one line: a title that is too long loses its own end, in whatever direction it is read. */
@customElement("next-song")
export class NextSong extends LitElement {
  @property() name = "";

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        gap: 0.3em;
        min-width: 0;
      }
      /* Also within a bar that runs from left to right in every script. */
      :host(:dir(rtl)) {
        direction: rtl;
      }
      span {
        flex: none;
      }
      bdi {
        min-width: 0;
        overflow: hidden;
        overflow: clip visible;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  protected override render() {
    return html`<span>${words.now.next}</span> <bdi dir="auto">${this.name}</bdi>`;
  }
}
