import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { PhoneSong as Song } from "../../../protocol/guests.ts";
import { coverAddress } from "../../facts/cover-address.ts";
import { listed } from "../../languages/tables.ts";
import { phoneWords } from "../../words/phone-words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import "../cover-art.ts";

/** A song to ask for, or one that waits: the whole row is one touch wide. */
@customElement("phone-song")
export class PhoneSongRow extends LitElement {
  @property({ attribute: false }) song: Song | null = null;
  /** Below the artist: why not just now, or where it waits. */
  @property() note = "";
  @property({ type: Boolean }) disabled = false;
  /** In the list of what waits: its place. Such a row asks for nothing. */
  @property({ type: Number }) place = 0;
  /** Of what waits: whether it can be taken back here. */
  @property({ type: Boolean, reflect: true }) mine = false;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      button.row,
      .row {
        display: grid;
        grid-auto-flow: row;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        justify-content: stretch;
        justify-items: start;
        gap: 12px;
        width: 100%;
        min-height: 72px;
        padding-block: 8px;
        padding-inline: 8px 14px;
        border-radius: 20px;
        background: var(--glass);
        box-shadow: inset 0 0 0 1px var(--line);
        text-align: start;
        white-space: normal;
      }
      .row:disabled {
        opacity: 1;
      }
      .row:disabled cover-art,
      .row:disabled .plus {
        opacity: 0.45;
      }
      :host([mine]) .row {
        box-shadow: inset 0 0 0 2px var(--ink);
      }
      cover-art {
        width: 56px;
        border-radius: 13px;
        box-shadow: none;
      }
      .place {
        width: 1.8em;
        font: 640 22px / 1 var(--display);
        font-variant-numeric: tabular-nums;
        text-align: center;
      }
      .text {
        display: grid;
        min-width: 0;
        max-width: 100%;
      }
      .text > * {
        min-width: 0;
        overflow: hidden;
        overflow: clip visible;
        text-overflow: ellipsis;
        white-space: nowrap;
        line-height: 1.3;
      }
      .title {
        font-weight: 640;
      }
      .artist,
      .note {
        font-size: 15px;
        color: var(--ink-soft);
      }
      .note {
        white-space: normal;
      }
      .plus {
        font: 400 30px / 1 var(--body);
        padding-inline: 4px;
      }
      .back {
        min-width: 48px;
        min-height: 48px;
        padding: 0 16px;
        font-size: 15px;
      }
    `,
  ];

  protected override render() {
    const { song } = this;
    if (song === null) return nothing;
    const artists = listed(song.artists) || phoneWords.now.unknownArtist;
    const text = html`<span class="text">
      <span class="title" dir="auto">${song.title}</span>
      <span class="artist" dir="auto">${artists}</span>
      ${this.note === "" ? nothing : html`<span class="note">${this.note}</span>`}
    </span>`;
    if (this.place > 0)
      return html`<div class="row" data-testid="waiting">
        <span class="place" aria-label=${phoneWords.waiting.place(this.place)} role="img">${this.place}</span>
        ${text}
        ${
          this.mine
            ? html`<button
                class="back"
                aria-label=${phoneWords.waiting.takeBackOf(song.title)}
                ?disabled=${this.disabled}
                @click=${() => this.dispatchEvent(new Event("mien-take-back"))}
              >
                ${phoneWords.waiting.takeBack}
              </button>`
            : nothing
        }
      </div>`;
    return html`<button
      class="row"
      data-testid="song"
      ?disabled=${this.disabled}
      @click=${() => this.dispatchEvent(new Event("mien-ask"))}
    >
      <cover-art .source=${coverAddress(song.track, "small")}></cover-art>
      ${text}
      <span class="plus" aria-hidden="true">${this.disabled ? "" : "+"}</span>
      <span class="visually-hidden">${phoneWords.ask.ask(song.title)}</span>
    </button>`;
  }
}
