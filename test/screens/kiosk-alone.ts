import type { BrowserContext } from "playwright-core";
import { kioskStates } from "./kiosk-states.ts";
import { PageAlone, type Told } from "./pages-alone.ts";
import { someCover } from "./some-library.ts";

const languages = ["en", "fr", "de", "es", "ja", "pt", "ar"].map((language, index) => ({
  language,
  tracks: 900 - 100 * index,
}));
const artists = [
  "Ida Fenn",
  "Hollow Coast",
  "Orchestre Philharmonique de Radio France et Chœur de l’Armée française",
  "Marlowe & Sons",
  "Ana Lúz",
  "Trio Pomme",
  "Northern Rooms",
  "The Paper Kites Club",
].map((name) => ({ name, tracks: 12 }));

const choices = (url: URL): Told | null => {
  if (url.pathname.endsWith("/cover")) return someCover(url.pathname);
  if (url.pathname === "/api/library/languages") return { json: languages };
  return url.pathname === "/api/library/artists" ? { json: artists } : null;
};

/** The kiosk's page in one of its states, which has a name; without one the daemon has not said a word yet. */
export const openKiosk = (context: BrowserContext, state: string | null): Promise<PageAlone> =>
  PageAlone.open({
    ...{ context, path: "/", api: choices },
    state: state === null ? null : (kioskStates[state] ?? null),
  });
