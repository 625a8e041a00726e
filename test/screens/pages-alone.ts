import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { BrowserContext, Page, WebSocketRoute } from "playwright-core";
import type { ClientMessage, Command } from "../../src/protocol/messages.ts";
import type { Session, TapMessage } from "../../src/protocol/people.ts";
import type { AppState } from "../../src/protocol/state.ts";
import { root } from "../running-daemon.ts";

/** What the daemon would answer to a request; `json` goes out with 200 unless a status is named. */
export interface Told {
  status?: number;
  json?: unknown;
  body?: string | Buffer;
  type?: string;
  headers?: Readonly<Record<string, string>>;
}

export interface AloneOptions {
  context: BrowserContext;
  /** `/` or `/library`. */
  path: string;
  /** Null never says a word: the page stays as it is while it connects. */
  state: AppState | null;
  /** Answers requests below `/api`; null refuses them as the daemon refuses what it does not know. */
  api?: (url: URL, method: string) => Told | null | "never";
  /** Opened on the appliance itself, or from elsewhere. */
  host?: "localhost" | "mien.local";
}

/** A built page with a daemon made up for it, so that it can be looked at in any state. */
export class PageAlone {
  readonly page: Page;
  /** What the page asked for over the socket. */
  readonly commands: Command[] = [];
  #rev = 1;
  #state: AppState | null;
  #socket: WebSocketRoute | null = null;
  #tapsSocket: WebSocketRoute | null = null;
  /** A page on a slow machine would take a longer silence for a lost connection. */
  readonly #heart: NodeJS.Timeout = setInterval(() => this.#state && this.push({}), 5_000);

  private constructor(page: Page, state: AppState | null) {
    this.page = page;
    this.#state = state;
  }

  static async open({ context, path, state, api, host = "localhost" }: AloneOptions): Promise<PageAlone> {
    const page = await context.newPage();
    const alone = new PageAlone(page, state);
    await page.routeWebSocket(/\/ws/, (socket) => alone.#meet(socket));
    await page.route(`http://${host}/**`, async (route) => {
      const url = new URL(route.request().url());
      if (url.pathname.startsWith("/api/")) {
        const told = api?.(url, route.request().method()) ?? usual(url.pathname, host);
        if (told === "never") return;
        const { status = 200, json, body, headers, type = "application/json" } = told;
        return route.fulfill({
          ...{ status, headers: { "content-type": type, ...headers } },
          body: body ?? JSON.stringify(json),
        });
      }
      const file = fileOf(url.pathname);
      if (!existsSync(file)) return route.fulfill({ status: 404 });
      return route.fulfill({ body: readFileSync(file), contentType: TYPES[extname(file)] ?? "text/plain" });
    });
    await page.goto(`http://${host}${path}`);
    return alone;
  }

  /** Another state, pushed as the daemon would. */
  push(sections: Partial<AppState>): void {
    if (this.#state === null) throw new Error("A daemon that never spoke has nothing to change.");
    this.#state = { ...this.#state, ...sections };
    const from = this.#rev++;
    this.#socket?.send(JSON.stringify({ type: "patch", from, rev: this.#rev, sections }));
  }

  /** What the page asked for last is refused, in the daemon's words. */
  refuse(reason: string): void {
    this.#socket?.send(JSON.stringify({ type: "rejected", id: this.commands.length, reason }));
  }

  /** Whether the page is told of cards. */
  get hearsOfCards(): boolean {
    return this.#tapsSocket !== null;
  }

  /** A card was held to a reader, as the daemon tells it. */
  tap(message: TapMessage): void {
    if (this.#tapsSocket === null) throw new Error("The page does not hear of cards.");
    this.#tapsSocket.send(JSON.stringify(message));
  }

  /** The connection breaks, or ends by this code; the page comes back by itself. */
  drop(code?: number): void {
    void this.#socket?.close(code === undefined ? {} : { code });
  }

  close(): Promise<void> {
    clearInterval(this.#heart);
    return this.page.close();
  }

  #meet(socket: WebSocketRoute): void {
    if (socket.url().endsWith("/ws/taps")) {
      this.#tapsSocket = socket;
      return;
    }
    this.#socket = socket;
    socket.onMessage((text) => {
      const message = JSON.parse(String(text)) as ClientMessage;
      if (message.type === "command") this.commands.push(message.command);
      else this.#snapshot();
    });
    this.#snapshot();
  }

  #snapshot(): void {
    if (this.#state === null) return;
    this.#socket?.send(JSON.stringify({ type: "snapshot", rev: this.#rev, state: this.#state }));
  }
}

/** Nobody has set it up: whoever is on the machine itself is the owner. */
function usual(pathname: string, host: "localhost" | "mien.local"): Told {
  const session: Session =
    host === "localhost"
      ? { role: "admin", seat: "admin", person: null, secureWay: null }
      : { role: "guest", seat: "phone", person: null, secureWay: null };
  if (pathname === "/api/session") return { json: session };
  return { status: 404, json: { error: "There is nothing at this address." } };
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

function fileOf(pathname: string): string {
  const name = pathname === "/" ? "index.html" : pathname.slice(1);
  if (extname(name) === "") return join(root, "dist/ui", `${name}.html`);
  return join(root, "dist/ui", name);
}
