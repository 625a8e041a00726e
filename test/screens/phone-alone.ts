import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { BrowserContext, Page, WebSocketRoute } from "playwright-core";
import type {
  FoundSong,
  PhoneMessage,
  PhoneOwn,
  PhoneRefusal,
  PhoneRoom,
  PhoneSong,
} from "../../src/protocol/guests.ts";
import { root } from "../running-daemon.ts";
import { someCover } from "./some-library.ts";

const titles = [
  ["Lantern Street at Noon", "The Paper Kites Club"],
  ["Kite Weather", "Ana Lúz"],
  ["Somewhere Between the River and the Railway Line, Waiting for Rain", "Orchestra of Very Long Names"],
  ["純喫茶の夜", "山本 みどり"],
  ["أغنية المساء", "ليلى"],
  ["Ja", "No"],
  ["Slow Ferry", "Harbour Lights"],
] as const;

export const phoneSong = (n: number): PhoneSong => {
  const [title, artist] = titles[n % titles.length] ?? titles[0];
  return { track: `00000000-0000-4000-8000-00000000000${n}`, title, artists: [artist] };
};
export const waitingSong = (n: number) => ({ ...phoneSong(n), id: `request-${n}` });

/** A song that has played for a minute, six to choose from, and nobody who has asked for any. */
export const someRoom: PhoneRoom = {
  place: "Café Lindenhof",
  timeZone: "UTC",
  affect: { valence: 0.5, arousal: 0.2 },
  playing: {
    ...phoneSong(0),
    pick: "pick-0",
    durationMs: 221_000,
    positionMs: 60_000,
    at: 1_000_000,
    running: true,
  },
  closed: null,
  six: [1, 2, 3, 4, 5, 6].map((n) => ({ ...phoneSong(n), suits: n < 5, refusal: null })),
  none: null,
  waiting: [],
  afterAnother: false,
  between: false,
  mayAsk: true,
  vote: { votes: 0, needed: 2 },
  skipped: null,
};
export const someOwn: PhoneOwn = { mine: [], voted: false, again: null, left: 2, gone: null };

export const foundSongs: readonly FoundSong[] = [
  { ...phoneSong(1), refusal: null },
  { ...phoneSong(2), refusal: { because: "rest", again: 1_763_726_400_000 } },
  { ...phoneSong(3), refusal: { because: "artist-coming", again: null } },
  { ...phoneSong(4), refusal: null },
];

export interface PhoneAloneOptions {
  context: BrowserContext;
  /** What the daemon answers to hello: null lets the phone in, `forgotten` too, `never` says nothing at all. */
  hello?: PhoneRefusal | "gone" | "never" | "forgotten" | null;
  room?: PhoneRoom;
  own?: PhoneOwn;
  languages?: readonly string[];
  scheme?: "dark" | "light";
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** The built page of a guest's phone with a daemon made up for it, so that it can be looked at in any state. */
export class PhoneAlone {
  readonly page: Page;
  /** What it asked the daemon to do, as `POST /api/guest/requests {"track": "…"}`. */
  readonly asked: string[] = [];
  /** What the daemon answers to that; null is done. */
  answer: PhoneRefusal | null = null;
  /** In the place of the six. */
  others: readonly FoundSong[] = [];
  hello: NonNullable<PhoneAloneOptions["hello"]> | null;
  /** How often it said hello, and how often it heard something then. */
  hellos = 0;
  hellosAnswered = 0;
  /** How many sockets it has opened, and how many of them it has not closed. */
  sockets = 0;
  openSockets = 0;
  #held: Promise<void> = Promise.resolve();
  #socket: WebSocketRoute | null = null;

  private constructor(page: Page, hello: PhoneAloneOptions["hello"]) {
    this.page = page;
    this.hello = hello ?? null;
  }

  static async open(options: PhoneAloneOptions): Promise<PhoneAlone> {
    const { context, room = someRoom, own = someOwn, languages = ["en"], scheme = "dark" } = options;
    const page = await context.newPage();
    const alone = new PhoneAlone(page, options.hello);
    await page.emulateMedia({ colorScheme: scheme });
    await page.addInitScript(
      `Object.defineProperty(navigator, "languages", { get: () => ${JSON.stringify(languages)} })`,
    );
    await page.routeWebSocket(/\/ws\/phone/, (socket) => {
      alone.#socket = socket;
      alone.sockets++;
      alone.openSockets++;
      socket.onClose(() => {
        alone.openSockets--;
      });
      alone.tell({ type: "room", now: 1_000_000, room });
      alone.tell({ type: "own", own });
    });
    await page.route("http://mien.local/**", async (route) => {
      const request = route.request();
      const { pathname } = new URL(request.url());
      if (pathname === "/api/guest") {
        if (alone.hello === "never") return;
        alone.hellos++;
        await alone.#held;
        if (alone.hello === "gone") await route.abort();
        else if (alone.hello === "forgotten") await route.fulfill({ json: { forgotten: true } });
        else await route.fulfill(alone.hello === null ? { status: 204 } : { status: 409, json: alone.hello });
        alone.hellosAnswered++;
        return;
      }
      if (pathname === "/api/guest/others") {
        alone.asked.push(["POST", pathname, request.postData() ?? ""].join(" "));
        return route.fulfill({ json: { songs: alone.others } });
      }
      if (pathname.startsWith("/api/guest/moods/")) {
        const isFirst = new URL(request.url()).searchParams.get("from") === "0";
        const songs = isFirst ? foundSongs : [{ ...phoneSong(6), refusal: null }];
        return route.fulfill({ json: { songs, next: isFirst ? 30 : null } });
      }
      if (pathname === "/api/guest/songs") {
        if (typeof alone.hello === "object" && alone.hello !== null)
          return route.fulfill({ status: 409, json: alone.hello });
        const nearly = new URL(request.url()).searchParams.get("words") === "kiet";
        return route.fulfill({ json: { songs: foundSongs, nearly } });
      }
      if (pathname.startsWith("/api/guest/")) {
        alone.asked.push([request.method(), pathname, request.postData() ?? ""].join(" ").trim());
        return route.fulfill(alone.answer === null ? { status: 204 } : { status: 409, json: alone.answer });
      }
      if (pathname.endsWith("/cover")) {
        const { body = "", type = "" } = someCover(pathname);
        return route.fulfill({ body, contentType: type });
      }
      const file = join(root, "dist/ui", pathname === "/phone" ? "phone.html" : pathname);
      if (!existsSync(file)) return route.fulfill({ status: 404 });
      return route.fulfill({ body: readFileSync(file), contentType: types[extname(file)] ?? "text/plain" });
    });
    await page.goto("http://mien.local/phone");
    return alone;
  }

  tell(message: PhoneMessage): void {
    this.#socket?.send(JSON.stringify(message));
  }

  /** The daemon takes its time over every hello from now on; answers what lets it go on. */
  holdHellos(): () => void {
    let release: () => void = () => undefined;
    this.#held = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  /** The daemon hangs up, by this code. */
  async hangUp(code: number): Promise<void> {
    await this.#socket?.close({ code, reason: "" });
  }
}
