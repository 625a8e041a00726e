import { connect, type Socket } from "node:net";
import { type Shot, unpackShot } from "../../protocol/preview.ts";

/** Vision looks five times a second while somebody is connected; a camera may take its time for the first picture. */
const SHOT_MS = 3_000;

/** The daemon's end of vision's socket: asks for one picture at a time and keeps none. */
export class PreviewLine {
  readonly #socket: Socket;
  #bytes: Buffer = Buffer.alloc(0);
  #waiting: { done: (shot: Shot | null) => void; timer: NodeJS.Timeout } | null = null;
  #ended = false;

  constructor(path: string) {
    this.#socket = connect(path);
    this.#socket.on("data", (bytes: Buffer) => this.#take(bytes));
    // Vision is not there, or has gone: `close` follows.
    this.#socket.on("error", () => undefined);
    this.#socket.on("close", () => {
      this.#ended = true;
      this.#answer(null);
    });
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** The next picture, or null where vision has gone or gives none. One call at a time. */
  ask(): Promise<Shot | null> {
    if (this.#waiting) throw new Error("a picture was asked for twice: await the first");
    if (this.#ended) return Promise.resolve(null);
    this.#socket.write("?");
    return new Promise((done) => {
      this.#waiting = { done, timer: setTimeout(() => this.end(), SHOT_MS) };
    });
  }

  end(): void {
    this.#ended = true;
    this.#socket.destroy();
    this.#answer(null);
  }

  #take(bytes: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    const unpacked = this.#unpack();
    if (unpacked === null) return;
    this.#bytes = unpacked.rest;
    this.#answer(unpacked.shot);
  }

  #unpack(): ReturnType<typeof unpackShot> {
    try {
      return unpackShot(this.#bytes);
    } catch {
      this.end(); // Not what vision says: nothing after it can be made sense of either.
      return null;
    }
  }

  #answer(shot: Shot | null): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    clearTimeout(waiting?.timer);
    waiting?.done(shot);
  }
}
