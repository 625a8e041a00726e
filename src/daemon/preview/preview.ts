import { SHOTS_PER_SECOND, type Shot } from "../../protocol/preview.ts";
import type { MonotonicMs } from "../../protocol/time.ts";
import { PreviewLine } from "./preview-line.ts";

/** A camera that rested may take so long until it looks. */
const WAKES_MS = 5_000;
const LOOK_EVERY_MS = 50;
/** So long after the last page has gone, or has stopped asking, nobody looks any more. */
const LINGER_MS = 1_000;
const BETWEEN_MS = 1_000 / SHOTS_PER_SECOND;

export interface PreviewOptions {
  /** Of vision; null where vision has none. */
  socket: string | null;
  /** Whether the camera looks. */
  looking: () => boolean;
  /** Whether a camera that does not look begins to when it is asked for a picture: while the place is closed. */
  wakes: () => boolean;
  monotonic: () => MonotonicMs;
  /** `watched` or `asked` is other than before. */
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
  #asked = false;
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

  /** A page waits for a picture, or has until just now. */
  get asked(): boolean {
    return this.#asked;
  }

  /** The next picture; null where the camera gives none, or whoever asked has gone. */
  async next(gone: AbortSignal): Promise<Shot | null> {
    const { socket, looking, wakes, onChange } = this.#options;
    if (socket === null || gone.aborted || !(looking() || wakes())) return null;
    clearTimeout(this.#end);
    this.#waiting++;
    if (!this.#asked) {
      this.#asked = true;
      onChange();
    }
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
    if (!this.#asked) return;
    this.#asked = false;
    this.#line?.end();
    this.#line = null;
    this.#options.onChange();
  }

  /** Those who ask at the same time get the same one. */
  async #take(socket: string): Promise<Shot | null> {
    const waitMs = this.#lastAt + BETWEEN_MS - this.#options.monotonic();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    if (!(await this.#woken()) || this.#waiting === 0) return null;
    const line = this.#line && !this.#line.ended ? this.#line : new PreviewLine(socket);
    const wasWatched = this.watched;
    this.#line = line;
    if (!wasWatched) this.#options.onChange();
    const shot = await line.ask();
    this.#lastAt = this.#options.monotonic();
    // Switched off meanwhile: what was seen before is shown to nobody.
    return this.#options.looking() ? shot : null;
  }

  /** Resolves when the camera looks; false where it does not come to that, or nobody waits any more. */
  async #woken(): Promise<boolean> {
    const { looking, wakes, monotonic } = this.#options;
    const until = monotonic() + WAKES_MS;
    while (!looking() && wakes() && this.#waiting > 0 && monotonic() < until)
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    return looking();
  }
}
