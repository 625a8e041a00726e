import type { ReactiveController, ReactiveControllerHost } from "lit";
import { atRest } from "./at-rest.ts";
import { choose } from "./chosen.ts";
import { guestLanguage, keepGuestLanguage, keepLanguage, keptLanguage } from "./kept.ts";
import type { Language } from "./languages.ts";

/** In which language a page is: by who touches it, whose it is, and the browser. */
export class PageLanguage implements ReactiveController {
  #screenLanguages: readonly Language[] = [];
  #seat: "kiosk" | "own" = "own";
  /** Chosen on the appliance's own screen, until it rests. */
  #guest: Language | null = null;
  readonly #goesOn: boolean;

  /** `goesOn`: whoever came here from the appliance's own screen reads on in the language that they chose there. */
  constructor(host: ReactiveControllerHost, { goesOn = false }: { goesOn?: boolean } = {}) {
    this.#goesOn = goesOn;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#goesOn) this.#guest = guestLanguage();
    else keepGuestLanguage(null);
    this.#hold();
  }

  /** What the daemon says; each time that it may have changed. */
  follow(screenLanguages: readonly Language[], isKiosk: boolean): void {
    const seat = isKiosk ? "kiosk" : "own";
    if (seat === this.#seat && screenLanguages.join() === this.#screenLanguages.join()) return;
    this.#seat = seat;
    this.#screenLanguages = screenLanguages;
    this.#hold();
  }

  choose(language: Language): void {
    if (this.#seat === "kiosk" || this.#guest !== null) {
      this.#guest = language;
      keepGuestLanguage(language);
    } else keepLanguage(language);
    this.#hold();
  }

  /** Whoever was here has gone. */
  rest(): void {
    if (this.#guest === null) return;
    this.#guest = null;
    keepGuestLanguage(null);
    this.#hold();
  }

  #hold(): void {
    const told = { screenLanguages: this.#screenLanguages, kept: keptLanguage(), asked: navigator.languages };
    void choose(this.#guest ?? atRest(this.#seat, told));
  }
}
