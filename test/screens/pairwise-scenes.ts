import type { BrowserContext, Page } from "playwright-core";
import type { Session } from "../../src/protocol/people.ts";
import type { AppState } from "../../src/protocol/state.ts";
import { kioskStates } from "./kiosk-states.ts";
import { openOwnerPage, ownerPages } from "./owner-alone.ts";
import { PageAlone, type Told } from "./pages-alone.ts";
import { PhoneAlone, type PhoneAloneOptions, someOwn, someRoom, waitingSong } from "./phone-alone.ts";
import { someCover } from "./some-library.ts";
import { somePerson } from "./some-person.ts";

/** Whose context it is says which language its person reads, and whether the system is dark or light. */
export interface Whose {
  context: BrowserContext;
  language: "de" | "ar" | "zh";
  scheme: "dark" | "light";
}
/** Opens a page and waits until it shows what it is to be looked at for. */
export type Scene = (whose: Whose) => Promise<{ page: Page; close: () => Promise<void> }>;

const refused = (error: string): Told => ({ status: 503, json: { error } });
const guest: Session = { role: "guest", seat: "kiosk", person: null, secureWay: null };

const member: Session = { ...guest, role: "member", person: somePerson("Konstantin Alexander") };

const atKiosk =
  (
    name: string | null,
    shown: (alone: PageAlone) => Promise<void>,
    more: Partial<AppState> = {},
    session = guest,
  ): Scene =>
  async ({ context, language }) => {
    const state = name === null ? null : kioskStates[name];
    if (state === undefined) throw new Error(`There is no state ${name}.`);
    const alone = await PageAlone.open({
      ...{ context, path: "/" },
      state: state && { ...state, screenLanguages: [language], ...more },
      api: ({ pathname }) => {
        if (pathname.endsWith("/cover")) return someCover(pathname);
        if (pathname === "/api/session") return { json: session };
        if (pathname === "/api/me") return { json: { favourite: [], blocked: [], isPresent: true } };
        if (pathname === "/api/people/tiles")
          return { json: { tiles: ["Ada", "Konstantin Alexander", "李小龙"].map((one) => ({ name: one })) } };
        if (pathname === "/api/library/languages")
          return { json: ["en", "fr", "de", "es", "ja"].map((tag) => ({ language: tag, tracks: 90 })) };
        if (pathname !== "/api/library/artists") return null;
        return { json: ["Ida Fenn", "Hollow Coast", "Ana Lúz"].map((one) => ({ name: one, tracks: 12 })) };
      },
    });
    await shown(alone);
    return { page: alone.page, close: () => alone.close() };
  };

const atRest = async ({ page }: PageAlone) => page.locator("now-playing h1").first().waitFor();
const touched = async ({ page }: PageAlone) => {
  await page.getByTestId("touch").click();
  await page.getByTestId("six-picks").first().waitFor();
};
const phonesCome = {
  page: "open",
  address: "http://192.168.178.42:7373/phone",
  codeAtRest: true,
} as const;
const named = ["Konstantin", "Annegret"].map((name) => ({ visit: name, name }));

const owners =
  (
    path: string,
    drawn: string,
    told: Readonly<Record<string, Told | "never">> = {},
    more: Partial<AppState> = {},
  ): Scene =>
  async ({ context, language }) => {
    const alone = await openOwnerPage(context, path, told);
    if (Object.keys(more).length > 0) alone.push(more);
    await alone.page.locator(`html[lang=${language}]`).waitFor();
    await alone.page.locator(drawn).first().waitFor();
    return { page: alone.page, close: () => alone.close() };
  };

/** The appliance's own screen. */
export const kioskScenes: Readonly<Record<string, Scene>> = {
  // A page that has never heard a word speaks the browser's language.
  "kiosk-connecting": atKiosk(null, ({ page }) => page.locator("connection-line p").first().waitFor()),
  "kiosk-empty": atKiosk("empty", atRest),
  "kiosk-full": atKiosk("full", atRest, {
    people: { named, others: 2 },
    guests: { ...(kioskStates.full as AppState).guests, ...phonesCome },
  }),
  "kiosk-working": atKiosk("working", atRest),
  "kiosk-closed": atKiosk("closed", atRest),
  "kiosk-troubled": atKiosk("troubled", atRest),
  "kiosk-touched": atKiosk("full", touched),
  "kiosk-long-touched": atKiosk("long", touched),
  "kiosk-crowded-touched": atKiosk("crowded", touched),
  "kiosk-lost": atKiosk("full", async (alone) => {
    await atRest(alone);
    await alone.page.routeWebSocket(/\/ws/, (socket) => void socket.close());
    alone.drop();
    await alone.page.locator(".stage.stale").waitFor();
  }),
  "kiosk-signing-in": atKiosk("full", async (alone) => {
    await touched(alone);
    await alone.page.getByTestId("who").click();
    await alone.page.getByTestId("sign-in").waitFor();
  }),
  "kiosk-signed-in": atKiosk(
    "full",
    async (alone) => {
      await touched(alone);
      await alone.page.getByTestId("who").click();
      await alone.page.locator("people-dialog dialog:modal people-me").waitFor();
    },
    {},
    member,
  ),
  // Below the camera's light and switch, as every page there.
  lost: owners("lost", "[data-testid=camera-switch]", { "/api/session": { json: guest } }),
  "kiosk-wishes": atKiosk("manual", async (alone) => {
    await touched(alone);
    await alone.page.getByTestId("wishes").click();
    await alone.page.getByRole("button", { name: "Ana Lúz" }).waitFor();
  }),
};

const wishes = { languages: [], artists: [], policy: null };
const people = ["Ada", "Konstantin Alexander von Hohenstein-Sigmaringen", "李小龙", "ليلى"].map(
  (name, n) => ({
    ...{ id: `person-${n}`, name, role: n === 0 ? "admin" : "member", onTile: false, named: false, wishes },
    ...{ madeAt: 1_763_000_000_000, isPresent: n === 1, cards: n === 2 ? [{ id: "c", addedAt: 1 }] : [] },
  }),
);
const nothingPlayed = { json: { hours: [], plays: [] } };
const noSongs = { json: { total: 0, more: false, tracks: [] } };
const fault = "[role=alert]";

/** The owner's pages. */
export const ownerScenes: Readonly<Record<string, Scene>> = {
  admin: owners("admin", ownerPages.admin),
  "admin-down": owners("admin", ownerPages.admin, {}, kioskStates.troubled),
  library: owners("library", ownerPages.library),
  "library-loading": owners("library", "song-list", { "/api/library/tracks": "never" }),
  "library-empty": owners("library", "song-list", { "/api/library/tracks": noSongs }),
  "library-error": owners("library", "song-list", { "/api/library/tracks": refused("The disk is full.") }),
  "library-map": owners("library#map", ownerPages["library#map"]),
  "library-add": owners("library#add", ownerPages["library#add"]),
  settings: owners("settings", ownerPages.settings),
  "settings-error": owners("settings", fault, { "/api/settings": refused("The disk is full.") }),
  people: owners("people", "person-row", { "/api/people": { json: { people } } }),
  "people-error": owners("people", "people-list .fault", {
    "/api/people": refused("The disk is full."),
    "/api/readers": refused("The disk is full."),
  }),
  camera: owners("camera", ownerPages.camera),
  "camera-down": owners("camera", ".instead", {
    "/api/camera/preview": refused("The camera gives no picture."),
  }),
  history: owners("history", ownerPages.history),
  "history-empty": owners("history", "history-page, main p", {
    "/api/history": nothingPlayed,
    "/api/history/hours": nothingPlayed,
  }),
  "history-error": owners("history", fault, { "/api/history": refused("The disk is full.") }),
  model: owners("model", ownerPages.model),
  "model-error": owners("model", fault, { "/api/model": refused("The file is damaged.") }),
  upkeep: owners("upkeep", ownerPages.upkeep),
  "upkeep-error": owners("upkeep", fault, {
    "/api/about": refused("The disk is full."),
    "/api/update": refused("The disk is full."),
    "/api/backups": refused("The disk is full."),
    "/api/recovery": refused("The disk is full."),
    "/api/logs": refused("The disk is full."),
  }),
  notice: owners("notice", ownerPages.notice),
  "notice-error": owners("notice", fault, { "/api/settings": refused("The disk is full.") }),
  setup: owners("setup", "[data-testid=set-up-now]", {
    "/api/setup": { json: { isNeeded: true, code: "ABCD-EFGH-JKMN", address: null } },
  }),
  "setup-error": owners("setup", fault, { "/api/setup": refused("The disk is full.") }),
};

const onPhone =
  (options: Partial<PhoneAloneOptions>, shown: string): Scene =>
  async ({ context, language, scheme }) => {
    const { page } = await PhoneAlone.open({ context, languages: [language], scheme, ...options });
    await page.locator(`html[lang=${language}]`).waitFor();
    await page.locator(shown).first().waitFor();
    return { page, close: () => page.close() };
  };

const ROOM = "[data-testid=room]";
/** A guest's phone. */
export const phoneScenes: Readonly<Record<string, Scene>> = {
  "phone-connecting": onPhone({ hello: "never" }, "[data-testid=alone]"),
  phone: onPhone({}, ROOM),
  "phone-full": onPhone(
    {
      room: { ...someRoom, waiting: [2, 1, 6, 3].map(waitingSong), vote: { votes: 2, needed: 3 } },
      own: { ...someOwn, mine: ["request-1"], voted: true, left: 0, again: 1_763_726_400_000 },
    },
    ROOM,
  ),
  "phone-empty": onPhone({ room: { ...someRoom, playing: null, six: [], vote: null } }, ROOM),
  "phone-closed": onPhone(
    {
      room: { ...someRoom, playing: null, six: [], vote: null, closed: { opensAt: 1_763_726_400_000 } },
    },
    "[data-testid=alone] p",
  ),
  "phone-crowded": onPhone({ hello: { because: "address" } }, "[data-phase=address]"),
  "phone-down": onPhone({ hello: "gone" }, "[data-phase=unreachable]"),
  "phone-off": onPhone({ hello: { because: "off" } }, "[data-phase=off]"),
  "phone-search": async (whose) => {
    const opened = await onPhone({}, ROOM)(whose);
    await opened.page.getByTestId("search-open").click();
    await opened.page.locator("phone-search input").fill("kite");
    await opened.page.locator("phone-search [data-testid=song]").first().waitFor();
    return opened;
  },
};
