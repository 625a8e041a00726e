import type { ReactiveController, ReactiveControllerHost } from "lit";
import { atRest } from "./at-rest.ts";
import { choose } from "./chosen.ts";
import { keepLanguage, keptLanguage } from "./kept.ts";
import type { Language } from "./languages.ts";

/** In which language a page is: by who touches it, whose it is, and the browser. */
export class PageLanguage implements ReactiveController {
  #screenLanguages: readonly Language[] = [];
  #seat: "kiosk" | "own" = "own";
  /** Chosen on the appliance's own screen, until it rests. */
  #guest: Language | null = null;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
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
    if (this.#seat === "kiosk") this.#guest = language;
    else keepLanguage(language);
    this.#hold();
  }

  /** Whoever was here has gone. */
  rest(): void {
    if (this.#guest === null) return;
    this.#guest = null;
    this.#hold();
  }

  #hold(): void {
    const told = { screenLanguages: this.#screenLanguages, kept: keptLanguage(), asked: navigator.languages };
    void choose(this.#guest ?? atRest(this.#seat, told));
  }
}
