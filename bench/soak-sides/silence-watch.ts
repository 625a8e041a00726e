import { readdirSync } from "node:fs";
import { join } from "node:path";
import { MpvIpc } from "../../src/player/mpv/mpv-ipc.ts";

export interface SilenceFigures {
  /** The longest time by which the clocks of all mpvs stayed behind the real one. */
  longestMs: number;
  /** When that began, since the watch did. */
  atMs: number;
  /** All such times of more than a tenth of a second. */
  gaps: number;
}

const lookEveryMs = 500;
const gapMs = 100;

/** One mpv that is listened to. */
interface Heard {
  client: MpvIpc;
  /** Where its song is; null while it plays none, and undefined before it has told. */
  positionMs: number | null | undefined;
}

/**
 * Listens to the clock of every mpv in this folder, beside the daemon and past everything that it says of itself. What
 * this process itself is late with is no silence: the clocks tell how far they went meanwhile.
 */
export class SilenceWatch {
  readonly #folder: string;
  readonly #now: () => number;
  /** By socket; null while it is being connected to. */
  readonly #heard = new Map<string, Heard | null>();
  #timer: NodeJS.Timeout | undefined;
  #beganAt = 0;
  /** Up to when it is known how much sounded. */
  #reckonedAt = 0;
  /** What sounded since. */
  #soundedMs = 0;
  /** When it was last looked which mpvs there are, and when it was before that. */
  #looks: readonly [number, number] = [0, 0];
  #isReckoning = false;
  #isOver = false;
  readonly #figures: SilenceFigures = { longestMs: 0, atMs: 0, gaps: 0 };

  constructor(folder: string, now: () => number = () => performance.now()) {
    this.#folder = folder;
    this.#now = now;
  }

  async start(): Promise<void> {
    this.#beganAt = this.#now();
    this.#reckonedAt = this.#beganAt;
    this.#looks = [this.#beganAt, this.#beganAt];
    await this.#look();
    this.#timer = setInterval(() => void this.#look(), lookEveryMs);
  }

  /** Up to now, as the clocks tell when they are asked: the last word of them may be old, with nothing wrong. */
  async stop(): Promise<SilenceFigures> {
    if (this.#isOver) return this.#figures;
    this.#isOver = true;
    clearInterval(this.#timer);
    const now = this.#now();
    const heard = [...this.#heard.values()].filter((each) => each !== null);
    await Promise.all(
      heard.map(async (each) => {
        const { ok, data } = await each.client.request(["get_property", "time-pos"]);
        if (ok) this.#told(each, data);
      }),
    );
    for (const { client } of heard) client.close();
    this.#reckon(now);
    return this.#figures;
  }

  async #look(): Promise<void> {
    this.#looks = [this.#now(), this.#looks[0]];
    const sockets = readdirSync(this.#folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /mpv-[^/]*\.sock$/.test(file))
      .map((file) => join(this.#folder, file));
    const fresh = sockets.filter((socket) => !this.#heard.has(socket));
    await Promise.all(fresh.map((socket) => this.#listenTo(socket)));
  }

  async #listenTo(socket: string): Promise<void> {
    this.#heard.set(socket, null);
    const client = await MpvIpc.connect(socket);
    if (client === null || this.#isOver) {
      client?.close();
      this.#heard.delete(socket);
      return;
    }
    const heard: Heard = { client, positionMs: undefined };
    this.#heard.set(socket, heard);
    client.listen(
      ({ event, data }) => {
        if (event === "property-change") this.#told(heard, data);
      },
      () => this.#heard.delete(socket),
    );
    await client.request(["observe_property", 1, "time-pos"]);
  }

  #told(heard: Heard, data: unknown): void {
    const before = heard.positionMs;
    heard.positionMs = typeof data === "number" ? data * 1_000 : null;
    if (heard.positionMs === null) return;
    this.#soundedMs += this.#soundedSince(before, heard.positionMs);
    // Whatever else waits to be read was said meanwhile too.
    if (!this.#isReckoning && !this.#isOver) setImmediate(() => this.#reckon(this.#now()));
    this.#isReckoning = true;
  }

  #soundedSince(before: Heard["positionMs"], positionMs: number): number {
    if (typeof before === "number" && positionMs >= before) return positionMs - before;
    // An mpv that was not there when it was last looked has not sounded for longer.
    if (before === undefined) return Math.min(positionMs, this.#now() - this.#looks[1]);
    // Of a song that begins all of it has sounded. One that goes on at its place may have begun to just now.
    return positionMs <= this.#now() - this.#reckonedAt + gapMs ? positionMs : 0;
  }

  #reckon(now: number): void {
    this.#isReckoning = false;
    const silentMs = now - this.#reckonedAt - this.#soundedMs;
    if (silentMs > gapMs) this.#figures.gaps += 1;
    if (silentMs > this.#figures.longestMs) {
      this.#figures.longestMs = Math.round(silentMs);
      this.#figures.atMs = Math.round(this.#reckonedAt - this.#beganAt);
    }
    this.#reckonedAt = now;
    this.#soundedMs = 0;
  }
}
