import type { Settings } from "../protocol/settings.ts";
import type { Preferences } from "../protocol/state.ts";
import type { Clock } from "./clock.ts";

const none: Preferences = { languages: [], artists: [], until: null };

/** What a guest chose to hear. It holds for a while, is kept nowhere, and gives way to what the next guest chooses. */
export class Wishes {
  readonly #settings: () => Settings;
  readonly #clock: Clock;
  readonly #onChange: () => void;
  #current = none;
  #ending: NodeJS.Timeout | undefined;

  constructor(options: { settings: () => Settings; clock: Clock; onChange: () => void }) {
    this.#settings = options.settings;
    this.#clock = options.clock;
    this.#onChange = options.onChange;
  }

  get current(): Preferences {
    return this.#current;
  }

  /** Empty lists wish for nothing special. */
  choose(languages: readonly string[], artists: readonly string[]): void {
    clearTimeout(this.#ending);
    const said = artists.map((artist) => artist.trim()).filter((artist) => artist !== "");
    if (languages.length + said.length === 0) this.#current = none;
    else {
      const holdMs = this.#settings().preferencesHoldMinutes * 60_000;
      const until = this.#clock.now() + holdMs;
      this.#current = { languages: [...new Set(languages)], artists: [...new Set(said)], until };
      this.#ending = setTimeout(() => this.choose([], []), holdMs);
    }
    this.#onChange();
  }

  stop(): void {
    clearTimeout(this.#ending);
  }
}
