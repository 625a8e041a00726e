import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Track } from "../../../protocol/music.ts";
import type { OwnersTrack } from "../../../protocol/music-in.ts";
import { type Blocks, blockedBy } from "../../facts/blocked.ts";
import { libraryWords } from "../../words/library-words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { chipStyles, narrowChipStyles } from "../styles/chip-styles.ts";
import "./delete-files.ts";
import { LibraryEvent } from "./library-event.ts";
import { PlayEvent } from "./play-event.ts";

/** As many as the daemon lets wait. */
const MOST_WAITING = 20;

/** Plays the chosen songs or keeps them from being played, and the way back from that; and deletes what was uploaded. */
@customElement("song-actions")
export class SongActions extends LitElement {
  @property({ attribute: false }) tracks: readonly OwnersTrack[] = [];
  /** Null before it is known. */
  @property({ attribute: false }) blocks: Blocks | null = null;
  /** Whether the page may change anything. */
  @property({ type: Boolean }) disabled = false;

  static override styles = [
    baseStyles,
    chipStyles,
    narrowChipStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
      }
      .soft {
        color: var(--ink-soft);
      }
    `,
  ];

  protected override render() {
    const [first] = this.tracks;
    if (first === undefined) return html``;
    return html`
      ${this.tracks.length === 1 ? this.#one(first) : this.#many()}
      ${
        this.tracks.every(({ upload }) => upload)
          ? html`<delete-files .tracks=${this.tracks} .disabled=${this.disabled}></delete-files>`
          : ""
      }
    `;
  }

  #one(track: Track) {
    const { correct, blocks } = libraryWords;
    const by = blockedBy(track, this.blocks);
    if (by === "song")
      return html`<p>${blocks.song}</p>
        <div class="chips">${this.#allow({ tracks: [track.id] }, track.title)}</div>`;
    if (by !== null)
      return html`<p>${blocks.artist(by.artist)}</p>
        <div class="chips">${this.#allow(by, by.artist)}</div>`;
    const off = track.unplayable !== null;
    return html`
      <div class="chips">
        <button data-testid="play-now" ?disabled=${off} @click=${() => this.#play([track], "now")}>
          ${correct.playNow}
        </button>
        <button data-testid="play-next" ?disabled=${off} @click=${() => this.#play([track], "next")}>
          ${correct.playNext}
        </button>
        ${this.#block("block-song", correct.block, { tracks: [track.id] }, track.title)}
        ${track.artists.map((artist) =>
          this.#block("block-artist", correct.blockArtist(artist), { artist }, artist),
        )}
      </div>
    `;
  }

  #many() {
    const { correct, songs } = libraryWords;
    const free = this.tracks.filter((track) => blockedBy(track, this.blocks) === null);
    const playable = free.filter(({ unplayable }) => unplayable === null);
    const blocked = this.tracks
      .filter((track) => blockedBy(track, this.blocks) === "song")
      .map(({ id }) => id);
    const tooMany = playable.length > MOST_WAITING;
    return html`
      <div class="chips">
        <button
          data-testid="play-next"
          ?disabled=${playable.length === 0 || tooMany}
          @click=${() => this.#play(playable, "next")}
        >
          ${correct.playNextMany(playable.length)}
        </button>
        ${
          free.length === 0
            ? ""
            : this.#block(
                "block-song",
                correct.blockMany(free.length),
                { tracks: free.map(({ id }) => id) },
                songs.count(free.length, false),
              )
        }
        ${
          blocked.length === 0
            ? ""
            : this.#allow(
                { tracks: blocked },
                songs.count(blocked.length, false),
                correct.allowMany(blocked.length),
              )
        }
      </div>
      ${tooMany ? html`<p class="soft">${correct.tooMany(MOST_WAITING)}</p>` : ""}
    `;
  }

  #block(id: string, text: string, what: { tracks: readonly string[] } | { artist: string }, name: string) {
    return html`<button
      data-testid=${id}
      ?disabled=${this.disabled}
      @click=${() => this.dispatchEvent(new LibraryEvent({ do: "block", what, name, blocked: true }))}
    >
      <span dir="auto">${text}</span>
    </button>`;
  }

  #allow(
    what: { tracks: readonly string[] } | { artist: string },
    name: string,
    text = libraryWords.blocks.allow(name),
  ) {
    return html`<button
      class="main"
      data-testid="allow-again"
      ?disabled=${this.disabled}
      @click=${() => this.dispatchEvent(new LibraryEvent({ do: "block", what, name, blocked: false }))}
    >
      <span dir="auto">${text}</span>
    </button>`;
  }

  #play(tracks: readonly Track[], when: "now" | "next"): void {
    this.dispatchEvent(new PlayEvent(tracks, when));
  }
}
