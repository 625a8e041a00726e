import type { LitElement, ReactiveController } from "lit";
import { allLanguages, type Language } from "../../languages/languages.ts";
import { PageLanguage } from "../../languages/page-language.ts";
import { untilHad } from "../../link/until-had.ts";
import "../../words/owner-refusal-words.ts";
import { LanguageEvent } from "../language-choice.ts";
import "../language-choice.ts";

/**
 * An owner's page in the language of whoever sits before it, its name in the browser's tab too. Whatever the screens
 * offer to guests, the owner may read any that Mien speaks. On Mien's own screen it has keys, and goes back by itself.
 */
export class OwnerLanguage implements ReactiveController {
  /** What there is to choose from. */
  readonly offered = allLanguages;
  readonly #language: PageLanguage;
  readonly #heading: () => string;
  readonly #host: LitElement;
  /** Once it was seen to be on Mien's own screen. */
  #settling: Promise<void> | null = null;

  constructor(host: LitElement, heading: () => string) {
    this.#host = host;
    this.#language = new PageLanguage(host, { goesOn: true });
    this.#heading = heading;
    host.addController(this);
    host.addEventListener(LanguageEvent.type, (event) =>
      this.#language.choose((event as LanguageEvent).language),
    );
  }

  /** The setting `screenLanguages`, as often as it may have changed; undefined before it is known. */
  follow(screenLanguages: readonly Language[] | undefined, isKiosk: boolean): void {
    if (isKiosk)
      this.#settling ??= untilHad(() => import("../../at-own-screen.ts")).then((own) =>
        own.settle(this.#host, this.offered),
      );
    if (screenLanguages === undefined) return;
    this.#language.follow(isKiosk ? screenLanguages : [], isKiosk);
  }

  hostUpdated(): void {
    document.title = `${this.#heading()} · Mien`;
  }
}
