import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Taste } from "../../protocol/people.ts";
import type { Id } from "../../protocol/time.ts";
import { ownSongs } from "../link/own-songs.ts";
import { peopleWords } from "../words/people-words.ts";
import { icons } from "./icons.ts";
import { KeySwitch } from "./key-switch.ts";
import { SaidEvent } from "./said-event.ts";
import { baseStyles } from "./styles/base-styles.ts";

/** A heart for a song, and beside it the way never to hear it again; for whoever is signed in, and nobody else. */
@customElement("song-taste")
export class SongTaste extends LitElement {
  @property() track: Id = "";
  /** Of the song, for who hears the page. */
  @property() name = "";
  /** The heart alone. */
  @property({ type: Boolean }) only = false;
  /** No button at all, but a mark on those that are liked: where a finger wants something else. */
  @property({ type: Boolean }) mark = false;
  /** Whether a key does it as well. */
  @property({ type: Boolean }) keyed = false;
  @property({ type: Boolean }) disabled = false;
  readonly #keys = new KeySwitch(this);

  static override styles = [
    baseStyles,
    css`
      :host {
        display: inline-flex;
        gap: 8px;
      }
      :host([empty]) {
        display: none;
      }
      button {
        min-width: 56px;
        min-height: 56px;
        padding: 0;
      }
      [aria-pressed="true"] {
        background: var(--ink);
        color: var(--on-ink);
        box-shadow: none;
      }
      /* In lists and on covers: an outline that fills, and no frame. */
      :host([only]) button {
        min-width: 44px;
        min-height: 44px;
        background: none;
        box-shadow: none;
        color: var(--ink);
      }
      :host([only]) svg {
        width: 24px;
        height: 24px;
        overflow: visible;
        fill: none;
        stroke: currentColor;
        stroke-width: 2px;
      }
      :host([only]) [aria-pressed="true"] svg {
        fill: currentColor;
      }
      span svg {
        width: 24px;
        height: 24px;
        fill: var(--ink);
        filter: drop-shadow(0 0 3px rgb(10 5 10 / 0.8));
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    ownSongs.addEventListener("change", this.#changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    ownSongs.removeEventListener("change", this.#changed);
  }

  protected override willUpdate(): void {
    this.toggleAttribute("empty", this.#isEmpty);
    this.toggleAttribute("only", this.only);
    this.toggleAttribute("mark", this.mark);
  }

  protected override render() {
    if (this.#isEmpty) return nothing;
    const { songs } = peopleWords;
    if (this.mark)
      return ownSongs.of(this.track) === "favourite"
        ? html`<span role="img" aria-label=${songs.liked}>${icons.heart}</span>`
        : nothing;
    return html`
      ${this.#button("favourite", songs.like(this.name), icons.heart, this.keyed ? "F" : "")}
      ${this.only ? nothing : this.#button("blocked", songs.never(this.name), icons.never, "")}
    `;
  }

  #button(taste: Taste, label: string, icon: unknown, keys: string) {
    return html`<button
      data-testid=${taste}
      aria-label=${label}
      aria-pressed=${String(ownSongs.of(this.track) === taste)}
      aria-keyshortcuts=${this.#keys.of(keys)}
      title=${label}
      ?disabled=${this.disabled}
      @click=${(event: Event) => {
        event.stopPropagation();
        void this.toggle(taste);
      }}
    >
      ${icon}
    </button>`;
  }

  get #isEmpty(): boolean {
    return ownSongs.person === null || this.track === "";
  }

  /** On the list, or off it again. What leads to another song says so, with the way back. */
  async toggle(taste: Taste): Promise<void> {
    if (this.#isEmpty) return;
    const { track, name } = this;
    const before = ownSongs.of(track);
    const answer = await ownSongs.set(track, before === taste ? null : taste);
    const { songs } = peopleWords;
    if (!answer.ok) this.dispatchEvent(new SaidEvent(answer.reason, "refused"));
    else if (taste === "blocked" && before !== taste)
      this.dispatchEvent(
        new SaidEvent(songs.neverAgain(name), "done", () => void ownSongs.set(track, before)),
      );
  }

  readonly #changed = (): void => this.requestUpdate();
}
