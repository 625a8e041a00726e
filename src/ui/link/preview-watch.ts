import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Seen } from "../../protocol/vision.ts";
import { reasonIn } from "./ask.ts";

/**
 * After an answer without a picture: a camera that is away need not be asked five times a second. Sooner than the daemon lets
 * one that rests go again (preview.ts), or one that opens slowly would be closed each time before it looks.
 */
const AGAIN_MS = 500;

export interface PreviewWatchOptions {
  host: ReactiveControllerHost;
  /** Whether there is somebody who may see it and something to see. */
  wanted: () => boolean;
  /** Draws the picture; it is gone afterwards. */
  draw: (picture: ImageBitmap) => void;
  fetches?: typeof fetch;
}

/** Asks for one picture after the other while the page is looked at, and for none when it is hidden or closed. */
export class PreviewWatch implements ReactiveController {
  seen: Seen | null = null;
  /** Why there is no picture, in the daemon's words. */
  failure: string | null = null;
  readonly #options: PreviewWatchOptions;
  #running: AbortController | null = null;

  constructor(options: PreviewWatchOptions) {
    this.#options = options;
    options.host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("visibilitychange", this.#look);
    this.#look();
  }

  hostDisconnected(): void {
    document.removeEventListener("visibilitychange", this.#look);
    this.#stop();
  }

  hostUpdated(): void {
    this.#look();
  }

  readonly #look = (): void => {
    const wanted = document.visibilityState === "visible" && this.#options.wanted();
    if (!wanted) this.#stop();
    else if (this.#running === null) {
      this.#running = new AbortController();
      void this.#run(this.#running.signal);
    }
  };

  #stop(): void {
    if (this.#running === null) return;
    this.#running.abort();
    this.#running = null;
    this.seen = null;
    this.#options.host.requestUpdate();
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const failure = await this.#once(signal);
      if (signal.aborted) return;
      this.failure = failure;
      if (failure !== null) this.seen = null;
      this.#options.host.requestUpdate();
      if (failure !== null) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }

  /** Null, or why there was no picture. */
  async #once(signal: AbortSignal): Promise<string | null> {
    const { fetches = fetch.bind(window), draw } = this.#options;
    try {
      const response = await fetches("/api/camera/preview", { signal });
      if (!response.ok) return reasonIn(await response.json().catch(() => null)) ?? "";
      const form = await response.formData();
      const picture = form.get("picture");
      this.seen = JSON.parse(String(form.get("seen"))) as Seen;
      if (picture instanceof Blob && picture.size > 0) draw(await createImageBitmap(picture));
      return null;
    } catch {
      return ""; // The daemon is away, which the page says elsewhere; or the page has gone.
    }
  }
}
