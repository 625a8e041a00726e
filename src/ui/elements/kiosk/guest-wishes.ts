import { Task } from "@lit/task";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Policy } from "../../../protocol/mood.ts";
import type { Preferences } from "../../../protocol/state.ts";
import { timeText } from "../../facts/day-time.ts";
import { languageName } from "../../facts/language-name.ts";
import {
  chosenFirst,
  isWished,
  noWishes,
  sameWishes,
  toggled,
  type Wishes,
  type WishList,
  withPolicy,
} from "../../facts/wishes.ts";
import { listed } from "../../languages/tables.ts";
import { fetched, reasonOf } from "../../link/ask.ts";
import { words } from "../../words/words.ts";
import { CommandEvent } from "../command-event.ts";
import { baseStyles } from "../styles/base-styles.ts";
import { chipStyles } from "../styles/chip-styles.ts";
import "./key-choice.ts";
import { scrollHint } from "../styles/scroll-hint.ts";
import { shortScreen } from "../styles/short-screen.ts";

const today = { playable: "today" };

/** How long a wish stands before the daemon's word outranks it. */
const PENDING_MS = 2_000;
/** After the last key, so that a word is one question. */
const TYPED_MS = 150;
const MOST_ARTISTS = 30;

const POLICIES: readonly Policy[] = ["match", "lift", "calm", "energise", "glide"];

/** What a guest would like to hear for a while: languages, artists, and what the music does about the mood. */
@customElement("guest-wishes")
export class GuestWishes extends LitElement {
  @property({ attribute: false }) preferences: Preferences = { ...noWishes, until: null };
  /** Why what was chosen can't be played now; empty where it can. */
  @property() unmet = "";
  @property({ type: Boolean }) disabled = false;
  /** For as long as somebody likes, and not for now: what can't come today is offered too. */
  @property({ type: Boolean }) lasting = false;
  @query(".unmet") private unmetLine!: HTMLElement | null;
  @state() private search = "";
  @state() private wished: Wishes | null = null;
  #pending: ReturnType<typeof setTimeout> | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  /** Whoever wished for something here has not been told yet what comes of it. */
  #justWished = false;

  readonly #languages = new Task(this, {
    task: ([lasting], { signal }) =>
      fetched<{ language: string; tracks: number }[]>(
        `/api/library/languages?${new URLSearchParams(lasting ? {} : today)}`,
        signal,
      ),
    args: () => [this.lasting] as const,
  });
  readonly #artists = new Task(this, {
    task: ([search, lasting], { signal }) => {
      const asked = { search, limit: String(MOST_ARTISTS), ...(lasting ? {} : today) };
      return fetched<{ name: string; tracks: number }[]>(
        `/api/library/artists?${new URLSearchParams(asked)}`,
        signal,
      );
    },
    args: () => [this.search, this.lasting] as const,
  });

  static override styles = [
    baseStyles,
    chipStyles,
    scrollHint(".choices"),
    css`
      :host {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        gap: clamp(8px, 1.6vh, 18px);
        min-height: 0;
        font-size: var(--text-s);
        container-type: inline-size;
      }
      /* What is chosen, and why it can't be met, stays in sight however far the choices are scrolled. */
      .now {
        display: grid;
        gap: var(--space-2);
        padding: 4px 4px 0;
      }
      .choices {
        display: grid;
        align-content: start;
        gap: clamp(8px, 1.6vh, 18px);
        min-height: 0;
        overflow-y: auto;
        padding: 4px;
      }
      /* Wide enough for both: artists stand beside the rest, and nobody has to scroll to find that there are any. */
      @container (min-width: 740px) {
        .choices {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          column-gap: clamp(20px, 3vw, 56px);
        }
        .artists {
          grid-row: 1 / span 3;
          grid-column: 2;
        }
      }
      h3 {
        margin: 0 0 6px;
        font: 600 1em / 1.2 var(--body);
      }
      input {
        width: 100%;
        margin-bottom: var(--space-2);
      }
      /* Its ring would be cut off where the choices scroll. */
      input:focus-visible {
        outline-offset: 0;
        box-shadow: none;
      }
      .chosen {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2);
      }
      .chosen button {
        min-height: 44px;
      }
      .soft {
        color: var(--ink-soft);
      }
      .unmet:empty {
        /* No row of its own, and yet there for a screen reader to notice when it begins to speak. */
        position: absolute;
      }
      @media (max-aspect-ratio: 4/5), ${shortScreen} {
        .choices {
          overflow: visible;
          mask-image: none;
        }
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pending);
    clearTimeout(this.#typing);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // An echo of the last choice but one is not yet the word that was asked for.
    if (changed.has("preferences") && this.wished !== null && sameWishes(this.wished, this.preferences))
      this.wished = null;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("unmet") || this.unmet === "" || !this.#justWished) return;
    // On a phone the whole page scrolls, and the choice may have been made far below.
    this.#justWished = false;
    this.unmetLine?.scrollIntoView({ block: "nearest" });
  }

  protected override render() {
    const wishes: Wishes = this.wished ?? this.preferences;
    // As the daemon has it: so it is told once, with until when. What was touched shows by itself.
    const { policy, languages, artists, until } = this.preferences;
    const chosen = [
      ...(policy === null ? [] : [words.wishes.policies[policy]]),
      ...languages.map(languageName),
      ...artists,
    ];
    return html`
      <div class="now">
        ${
          chosen.length === 0
            ? nothing
            : html`<div class="chosen">
                <p role="status" dir="auto">
                  ${words.wishes.chosen(listed(chosen), until === null ? null : timeText(until))}
                </p>
                <button data-testid="anything" ?disabled=${this.disabled} @click=${this.#clear}>
                  ${words.wishes.clear}
                </button>
              </div>`
        }
        <p class="unmet" role="status" dir="auto" data-testid="unmet">${this.wished === null ? this.unmet : ""}</p>
      </div>
      <div class="choices">
        <section role="group" aria-labelledby="policy">
          <h3 id="policy">${words.wishes.policy}</h3>
          <div class="chips">
            ${this.#any("policy", wishes.policy === null, { ...wishes, policy: null })}
            ${POLICIES.map(
              (policy) => html`
                <button
                  data-testid="policy-${policy}"
                  aria-pressed=${String(wishes.policy === policy)}
                  ?disabled=${this.disabled}
                  @click=${() => this.#wish(withPolicy(wishes, policy))}
                >
                  ${words.wishes.policies[policy]}
                </button>
              `,
            )}
          </div>
        </section>
        <section role="group" aria-labelledby="languages">
          <h3 id="languages">${words.wishes.languages}</h3>
          ${this.#languages.render({
            initial: () => html`<p class="soft">${words.wishes.loading}</p>`,
            pending: () => html`<p class="soft">${words.wishes.loading}</p>`,
            error: (error) => html`<p role="alert">${words.wishes.failed(reasonOf(error))}</p>`,
            complete: (found) =>
              this.#chips(
                wishes,
                "languages",
                found.map(({ language }) => language),
              ),
          })}
        </section>
        <section class="artists" role="group" aria-labelledby="artists">
          <h3 id="artists">${words.wishes.artists}</h3>
          <input
            type="search"
            data-testid="artist-search"
            autocomplete="off"
            spellcheck="false"
            maxlength="100"
            placeholder=${words.wishes.search}
            aria-label=${words.wishes.search}
            @input=${this.#typed}
          />
          ${this.#artists.render({
            initial: () => this.#chips(wishes, "artists", wishes.artists),
            pending: () => this.#chips(wishes, "artists", this.#names(wishes)),
            error: (error) => html`<p role="alert">${words.wishes.failed(reasonOf(error))}</p>`,
            complete: () => this.#chips(wishes, "artists", this.#names(wishes)),
          })}
        </section>
        <key-choice></key-choice>
      </div>
    `;
  }

  #names({ artists }: Wishes): readonly string[] {
    const found = (this.#artists.value ?? []).map(({ name }) => name);
    return this.search === "" ? chosenFirst(artists, found) : found;
  }

  #chips(wishes: Wishes, what: WishList, values: readonly string[]) {
    if (values.length === 0)
      return html`<p class="soft">${what === "languages" ? words.wishes.noLanguages : words.wishes.noArtists}</p>`;
    return html`
      <div class="chips">
        ${
          this.search === "" || what === "languages"
            ? this.#any(what, wishes[what].length === 0, { ...wishes, [what]: [] })
            : nothing
        }
        ${values.map(
          (value) => html`
            <button
              data-testid=${what}
              aria-pressed=${String(isWished(wishes, what, value))}
              ?disabled=${this.disabled}
              @click=${() => this.#wish(toggled(wishes, what, value))}
            >
              <span dir="auto">${what === "languages" ? languageName(value) : value}</span>
            </button>
          `,
        )}
      </div>
    `;
  }

  /** That nothing is wished for is a choice as well, and seen as one. */
  #any(what: keyof Wishes, chosen: boolean, wishes: Wishes) {
    return html`<button
      data-testid="any-${what}"
      aria-pressed=${String(chosen)}
      ?disabled=${this.disabled}
      @click=${() => this.#wish(wishes)}
    >
      ${words.wishes.any[what]}
    </button>`;
  }

  readonly #typed = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.search = value.trim();
    }, TYPED_MS);
  };

  readonly #clear = (): void => this.#wish(noWishes);

  #wish(wishes: Wishes): void {
    this.wished = wishes;
    this.#justWished = true;
    clearTimeout(this.#pending);
    this.#pending = setTimeout(() => {
      this.wished = null;
    }, PENDING_MS);
    const { languages, artists, policy } = wishes;
    this.dispatchEvent(
      new CommandEvent({ do: "prefer", languages: [...languages], artists: [...artists], policy }),
    );
  }
}
