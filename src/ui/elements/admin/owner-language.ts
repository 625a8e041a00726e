import type { LitElement, ReactiveController } from "lit";
import { offeredBy } from "../../languages/at-rest.ts";
import type { Language } from "../../languages/languages.ts";
import { PageLanguage } from "../../languages/page-language.ts";
import { LanguageEvent } from "../language-choice.ts";
import "../language-choice.ts";

/** An owner's page in the language of whoever sits before it, its name in the browser's tab too. */
export class OwnerLanguage implements ReactiveController {
  /** What there is to choose from. */
  offered: readonly Language[] = offeredBy([]);
  readonly #language: PageLanguage;
  readonly #heading: () => string;

  constructor(host: LitElement, heading: () => string) {
    this.#language = new PageLanguage(host);
    this.#heading = heading;
    host.addController(this);
    host.addEventListener(LanguageEvent.type, (event) =>
      this.#language.choose((event as LanguageEvent).language),
    );
  }

  /** The setting `screenLanguages`, as often as it may have changed; undefined before it is known. */
  follow(screenLanguages: readonly Language[] | undefined, isKiosk: boolean): void {
    if (screenLanguages === undefined) return;
    this.offered = offeredBy(screenLanguages);
    this.#language.follow(screenLanguages, isKiosk);
  }

  hostUpdated(): void {
    document.title = `${this.#heading()} · Mien`;
  }
}
