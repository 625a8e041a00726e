import { SHOTS_PER_SECOND, type Shot } from "../../protocol/preview.ts";
import type { MonotonicMs } from "../../protocol/time.ts";
import { PreviewLine } from "./preview-line.ts";

/** So long after the last page has gone, or has stopped asking, nobody looks any more. */
const LINGER_MS = 1_000;
const BETWEEN_MS = 1_000 / SHOTS_PER_SECOND;

export interface PreviewOptions {
  /** Of vision; null where vision has none. */
  socket: string | null;
  /** Whether the camera looks. */
  looking: () => boolean;
  monotonic: () => MonotonicMs;
  /** `watched` is other than before. */
  onChange: () => void;
}

/**
 * What an admin sees who aims the camera. There is a line to vision only while a page asks; each picture goes to whoever
 * waits for it and is kept nowhere.
 */
export class Preview {
  readonly #options: PreviewOptions;
  #line: PreviewLine | null = null;
  /** Pages that wait for a picture. */
  #waiting = 0;
  #next: Promise<Shot | null> | null = null;
  #lastAt: MonotonicMs = Number.NEGATIVE_INFINITY;
  #end: NodeJS.Timeout | undefined;

  constructor(options: PreviewOptions) {
    this.#options = options;
  }

  /** Somebody looks through the camera now: the kiosk says so. */
  get watched(): boolean {
    return this.#line !== null;
  }

  /** The next picture; null where the camera gives none, or whoever asked has gone. */
  async next(gone: AbortSignal): Promise<Shot | null> {
    const { socket, looking } = this.#options;
    if (socket === null || !looking() || gone.aborted) return null;
    clearTimeout(this.#end);
    this.#waiting++;
    const left = new Promise<null>((resolve) => gone.addEventListener("abort", () => resolve(null)));
    try {
      this.#next ??= this.#take(socket).finally(() => {
        this.#next = null;
      });
      return await Promise.race([this.#next, left]);
    } finally {
      this.#waiting--;
      if (this.#waiting === 0) this.#end = setTimeout(() => this.stop(), LINGER_MS);
    }
  }

  /** Nobody is shown anything any more. */
  stop(): void {
    clearTimeout(this.#end);
    if (this.#line === null) return;
    this.#line.end();
    this.#line = null;
    this.#options.onChange();
  }

  /** Those who ask at the same time get the same one. */
  async #take(socket: string): Promise<Shot | null> {
    const waitMs = this.#lastAt + BETWEEN_MS - this.#options.monotonic();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    if (this.#waiting === 0) return null;
    const line = this.#line && !this.#line.ended ? this.#line : new PreviewLine(socket);
    const wasWatched = this.watched;
    this.#line = line;
    if (!wasWatched) this.#options.onChange();
    const shot = await line.ask();
    this.#lastAt = this.#options.monotonic();
    // Switched off meanwhile: what was seen before is shown to nobody.
    return this.#options.looking() ? shot : null;
  }
}
