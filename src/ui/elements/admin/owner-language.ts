import type { LitElement, ReactiveController } from "lit";
import { allLanguages, type Language } from "../../languages/languages.ts";
import { PageLanguage } from "../../languages/page-language.ts";
import "../../words/owner-refusal-words.ts";
import { LanguageEvent } from "../language-choice.ts";
import "../language-choice.ts";

/**
 * An owner's page in the language of whoever sits before it, its name in the browser's tab too. Whatever the screens
 * offer to guests, the owner may read any that Mien speaks.
 */
export class OwnerLanguage implements ReactiveController {
  /** What there is to choose from. */
  readonly offered = allLanguages;
  readonly #language: PageLanguage;
  readonly #heading: () => string;

  constructor(host: LitElement, heading: () => string) {
    this.#language = new PageLanguage(host, { goesOn: true });
    this.#heading = heading;
    host.addController(this);
    host.addEventListener(LanguageEvent.type, (event) =>
      this.#language.choose((event as LanguageEvent).language),
    );
  }

  /** The setting `screenLanguages`, as often as it may have changed; undefined before it is known. */
  follow(screenLanguages: readonly Language[] | undefined, isKiosk: boolean): void {
    if (screenLanguages === undefined) return;
    this.#language.follow(isKiosk ? screenLanguages : [], isKiosk);
  }

  hostUpdated(): void {
    document.title = `${this.#heading()} · Mien`;
  }
}
