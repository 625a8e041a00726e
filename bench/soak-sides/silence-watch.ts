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

/** Listens to the clock of every mpv in this folder, beside the daemon and past everything that it says of itself. */
export class SilenceWatch {
  readonly #folder: string;
  readonly #clients = new Map<string, MpvIpc>();
  #timer: NodeJS.Timeout | undefined;
  #beganAt = 0;
  #movedAt = 0;
  readonly #figures: SilenceFigures = { longestMs: 0, atMs: 0, gaps: 0 };

  constructor(folder: string) {
    this.#folder = folder;
  }

  async start(): Promise<void> {
    this.#beganAt = performance.now();
    this.#movedAt = this.#beganAt;
    await this.#look();
    this.#timer = setInterval(() => void this.#look(), lookEveryMs);
  }

  stop(): SilenceFigures {
    clearInterval(this.#timer);
    for (const client of this.#clients.values()) client.close();
    this.#sounded(0);
    return this.#figures;
  }

  async #look(): Promise<void> {
    const sockets = readdirSync(this.#folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /mpv-[^/]*\.sock$/.test(file))
      .map((file) => join(this.#folder, file));
    for (const socket of sockets) if (!this.#clients.has(socket)) await this.#listenTo(socket);
  }

  async #listenTo(socket: string): Promise<void> {
    const client = await MpvIpc.connect(socket);
    if (client === null) return;
    this.#clients.set(socket, client);
    let position: number | null = null;
    client.listen(
      ({ event, data }) => {
        if (event !== "property-change" || typeof data !== "number") return;
        // Of a song that begins, all of it has sounded since.
        const soundedMs = (data - (position !== null && data >= position ? position : 0)) * 1_000;
        position = data;
        if (soundedMs > 0) this.#sounded(soundedMs);
      },
      () => this.#clients.delete(socket),
    );
    await client.request(["observe_property", 1, "time-pos"]);
  }

  /** The word of it may be late on a busy machine; how far the clock went meanwhile was heard all the same. */
  #sounded(soundedMs: number): void {
    const now = performance.now();
    const silentMs = now - this.#movedAt - soundedMs;
    if (silentMs > gapMs) this.#figures.gaps += 1;
    if (silentMs > this.#figures.longestMs) {
      this.#figures.longestMs = Math.round(silentMs);
      this.#figures.atMs = Math.round(this.#movedAt - this.#beganAt);
    }
    this.#movedAt = now;
  }
}
