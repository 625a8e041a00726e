import type { Settings } from "../protocol/settings.ts";
import type { Preferences } from "../protocol/state.ts";
import type { Clock } from "./clock.ts";

type Wish = Omit<Preferences, "until">;
const none: Preferences = { languages: [], artists: [], policy: null, until: null };

/** What a guest chose to hear. It holds for a while, is kept nowhere, and gives way to what the next guest chooses. */
export class Wishes {
  readonly #settings: () => Settings;
  readonly #clock: Clock;
  readonly #onChange: (before: Preferences) => void;
  #current = none;
  #ending: NodeJS.Timeout | undefined;

  constructor(options: { settings: () => Settings; clock: Clock; onChange: (before: Preferences) => void }) {
    this.#settings = options.settings;
    this.#clock = options.clock;
    this.#onChange = options.onChange;
  }

  get current(): Preferences {
    return this.#current;
  }

  /** Empty lists and null wish for nothing special. */
  choose({ languages, artists, policy }: Wish): void {
    clearTimeout(this.#ending);
    const before = this.#current;
    const said = artists.map((artist) => artist.trim()).filter((artist) => artist !== "");
    if (languages.length + said.length === 0 && policy === null) this.#current = none;
    else {
      const holdMs = this.#settings().preferencesHoldMinutes * 60_000;
      const until = this.#clock.now() + holdMs;
      this.#current = { languages: [...new Set(languages)], artists: [...new Set(said)], policy, until };
      this.#ending = setTimeout(() => this.choose(none), holdMs);
    }
    this.#onChange(before);
  }

  stop(): void {
    clearTimeout(this.#ending);
  }
}
