import type { Settings } from "../../protocol/settings.ts";
import { allLanguages, type Language } from "../languages/languages.ts";
import { keepInTab, keptInTab } from "../link/browser-memory.ts";

const DRAFT = "mien-setup";
const DONE = "mien-set-up";

/** What is kept of a form that is filled in, through a reload: neither a passphrase, nor a PIN, nor the code. */
export interface SetupDraft {
  stands: Settings["stands"];
  place: string;
  name: string;
  timeZone: string;
  /** Null until somebody chooses. */
  languages: readonly Language[] | null;
  /** Some of what is not kept was typed, and is to be typed again. */
  hadSecrets: boolean;
}

/** What was set up in this tab: there is something to do after it. By whom, only their session tells. */
export interface SetUp {
  place: string;
  stands: NonNullable<Settings["stands"]>;
}

export const keptDraft = (): Partial<SetupDraft> => parsed<SetupDraft>(DRAFT) ?? {};
export const keepDraft = (draft: SetupDraft): void => keepInTab(DRAFT, JSON.stringify(draft));

export const keptSetUp = (): SetUp | null => parsed<SetUp>(DONE) as SetUp | null;

/** The form has done its work. */
export function keepSetUp(done: SetUp): void {
  keepInTab(DRAFT, null);
  keepInTab(DONE, JSON.stringify(done));
}

/**
 * What the screens offer until somebody chooses: the language that the page is read in, those that the browser is set to,
 * and English, which guests from anywhere may know. Where that is one alone, all of them: screens with a single language
 * have no way to another, which is for the owner to choose and not for a browser's settings.
 */
export function usualLanguages(page: Language, browser: readonly string[]): readonly Language[] {
  const asked = browser.map((tag) => allLanguages.find((language) => language === tag.split("-")[0]));
  const usual = new Set([page, ...asked.filter((language) => language !== undefined), "en" as const]);
  return [...(usual.size > 1 ? usual : new Set([page, ...allLanguages]))];
}

function parsed<T>(key: string): Partial<T> | null {
  const text = keptInTab(key);
  // Only this page writes it, and whole.
  return text === null ? null : (JSON.parse(text) as Partial<T>);
}
