import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { MusicFileKind } from "../../protocol/music-in.ts";
import { bytesText } from "../facts/bytes-text.ts";
import { musicInWords } from "../words/music-in-words.ts";
import type { PlacedFile } from "./dropped-files.ts";
import { type Sent, sendFile } from "./send-file.ts";

/** The daemon takes four at a time from everybody. */
const AT_ONCE = 2;

export interface UploadRow {
  path: string;
  /** `left-out` came along with a folder and is no music: no fault, and nothing to be done about it. */
  state: "waiting" | "sending" | "kept" | "already-here" | "left-out" | "failed";
  /** What it was taken for; null before it is kept. */
  kind: MusicFileKind | null;
  /** 0 to 1 while it is sent. */
  share: number;
  /** Why it was not taken. */
  reason: string;
}

export interface UploadQueueOptions {
  host: ReactiveControllerHost;
  /** Larger files are not even sent; null while that is not known. */
  mostBytes: () => number | null;
  send?: typeof sendFile;
}

/** Files on their way to the library, two at a time, and what became of each. */
export class UploadQueue implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #mostBytes: () => number | null;
  readonly #send: typeof sendFile;
  #rows: UploadRow[] = [];
  /** The file of each row that may still be sent. */
  readonly #files = new Map<UploadRow, PlacedFile>();
  #waiting: UploadRow[] = [];
  #sending = 0;
  #stop = new AbortController();

  constructor({ host, mostBytes, send = sendFile }: UploadQueueOptions) {
    this.#host = host;
    this.#mostBytes = mostBytes;
    this.#send = send;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  get rows(): readonly UploadRow[] {
    return this.#rows;
  }

  get running(): boolean {
    return this.#sending > 0 || this.#waiting.length > 0;
  }

  /** All of them, as they are found; a stop ends the finding as well. */
  async addAll(found: AsyncIterable<PlacedFile>): Promise<void> {
    const { signal } = this.#stop;
    for await (const placed of found) {
      if (signal.aborted) return;
      this.add(placed);
    }
  }

  add(placed: PlacedFile): void {
    const row: UploadRow = { path: placed.path, state: "waiting", kind: null, share: 0, reason: "" };
    this.#rows.push(row);
    this.#files.set(row, placed);
    const most = this.#mostBytes();
    if (most !== null && placed.file.size > most) {
      this.#fail(row, musicInWords.add.tooLarge(bytesText(most)));
      this.#files.delete(row);
    } else this.#waiting.push(row);
    this.#next();
  }

  /** Ends what is on its way, and sends nothing more. */
  stop(): void {
    for (const row of this.#waiting.splice(0)) this.#fail(row, musicInWords.add.stopped);
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#host.requestUpdate();
  }

  /** Whether something was not taken that may be sent again. */
  get retryable(): boolean {
    return this.#rows.some((row) => row.state === "failed" && this.#files.has(row));
  }

  /** Sends again what was not taken. */
  retry(): void {
    for (const row of this.#rows) {
      if (row.state !== "failed" || !this.#files.has(row)) continue;
      row.state = "waiting";
      this.#waiting.push(row);
    }
    this.#next();
  }

  /** Forgets what is over. */
  clear(): void {
    this.#rows = this.#rows.filter(({ state }) => state === "waiting" || state === "sending");
    for (const row of this.#files.keys()) if (!this.#rows.includes(row)) this.#files.delete(row);
    this.#host.requestUpdate();
  }

  #next(): void {
    while (this.#sending < AT_ONCE) {
      const row = this.#waiting.shift();
      if (row === undefined) break;
      void this.#carry(row);
    }
    this.#host.requestUpdate();
  }

  async #carry(row: UploadRow): Promise<void> {
    const placed = this.#files.get(row);
    if (placed === undefined) return;
    this.#sending += 1;
    row.state = "sending";
    const progress = (share: number): void => {
      row.share = share;
      this.#host.requestUpdate();
    };
    const answer = await this.#send(placed, { progress, signal: this.#stop.signal });
    this.#sending -= 1;
    this.#heed(row, answer);
    this.#next();
  }

  #heed(row: UploadRow, answer: Sent): void {
    if (answer.ok || !answer.again) this.#files.delete(row);
    if (!answer.ok) {
      if (answer.kind === "not-music") row.state = "left-out";
      else this.#fail(row, answer.reason);
    } else if (answer.value.result === "passed-over") this.#rows = this.#rows.filter((one) => one !== row);
    else {
      row.state = answer.value.result;
      row.kind = answer.value.kind;
    }
  }

  #fail(row: UploadRow, reason: string): void {
    row.state = "failed";
    row.reason = reason;
  }
}
