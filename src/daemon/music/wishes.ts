import { artistKey } from "../../protocol/name-keys.ts";
import type { Settings } from "../../protocol/settings.ts";
import type { Preferences } from "../../protocol/state.ts";
import type { Clock } from "../clock.ts";

type Wish = Omit<Preferences, "until">;
const none: Preferences = { languages: [], artists: [], policy: null, until: null };

/** What a guest chose to hear. It holds for a while, and gives way to what the next guest chooses. */
export class Wishes {
  readonly #settings: () => Settings;
  readonly #clock: Clock;
  readonly #onChange: (before: Preferences) => void;
  #current = none;
  /** Keys of wished artists whom nobody wants to hear any more. */
  readonly #putAside = new Set<string>();
  #ending: NodeJS.Timeout | undefined;

  constructor(options: { settings: () => Settings; clock: Clock; onChange: (before: Preferences) => void }) {
    this.#settings = options.settings;
    this.#clock = options.clock;
    this.#onChange = options.onChange;
  }

  /** Without the artists who are put aside; where nothing else was wished, nothing is. */
  get current(): Preferences {
    const { languages, policy } = this.#current;
    const artists = this.#current.artists.filter((artist) => !this.#putAside.has(artistKey(artist)));
    return languages.length + artists.length === 0 && policy === null ? none : { ...this.#current, artists };
  }

  /** Empty lists and null wish for nothing special. Without a time it holds for as long as the owner lets it. */
  choose({ languages, artists, policy }: Wish, forMs?: number): void {
    clearTimeout(this.#ending);
    const before = this.current;
    this.#putAside.clear();
    const said = artists.map((artist) => artist.trim()).filter((artist) => artist !== "");
    if (languages.length + said.length === 0 && policy === null) this.#current = none;
    else {
      const holdMs = forMs ?? this.#settings().preferencesHoldMinutes * 60_000;
      const until = this.#clock.now() + holdMs;
      this.#current = { languages: [...new Set(languages)], artists: [...new Set(said)], policy, until };
      this.#ending = setTimeout(() => this.choose(none), holdMs);
    }
    this.#onChange(before);
  }

  /** "Not this artist" is said later than the wish for them. */
  putAside(artist: string): void {
    const before = this.current;
    if (!before.artists.some((each) => artistKey(each) === artistKey(artist))) return;
    this.#putAside.add(artistKey(artist));
    this.#onChange(before);
  }

  /** That they are not wanted was taken back: the wish holds again for what is left of its time. */
  takeUp(artist: string): void {
    const before = this.current;
    if (this.#putAside.delete(artistKey(artist))) this.#onChange(before);
  }

  stop(): void {
    clearTimeout(this.#ending);
  }
}
