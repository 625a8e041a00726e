import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Track } from "../../protocol/music.ts";
import { PAGE, type TrackQuery, trackAddress } from "../facts/track-query.ts";
import { fetched, reasonOf } from "./ask.ts";

interface TrackPage {
  total: number;
  more: boolean;
  tracks: readonly Track[];
}

/** The songs of one query, a page at a time. The newest query wins; its answer replaces the list when it is there. */
export class TrackList implements ReactiveController {
  tracks: readonly Track[] = [];
  /** Null until the first answer. */
  total: number | null = null;
  /** There are more than `total` says. */
  more = false;
  loading = false;
  /** Why the last question had no answer. */
  failure: string | null = null;

  readonly #host: ReactiveControllerHost;
  #query: TrackQuery | null = null;
  #asking: AbortController | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#asking?.abort();
  }

  /** Another query. */
  ask(query: TrackQuery): void {
    this.#query = query;
    void this.#load(0);
  }

  /** The next page, where there is one and none is on its way. */
  loadMore(): void {
    if (this.loading || this.failure !== null || this.total === null || this.tracks.length >= this.total)
      return;
    void this.#load(this.tracks.length);
  }

  /** The same songs as they are now. */
  refresh(): void {
    void this.#load(0, Math.max(PAGE, this.tracks.length));
  }

  async #load(offset: number, limit = PAGE): Promise<void> {
    if (this.#query === null) return;
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    this.loading = true;
    this.#host.requestUpdate();
    try {
      const page = await fetched<TrackPage>(trackAddress(this.#query, { offset, limit }), asking.signal);
      if (asking.signal.aborted) return;
      this.tracks = offset === 0 ? page.tracks : [...this.tracks, ...page.tracks];
      this.total = page.total;
      this.more = page.more;
      this.failure = null;
    } catch (error) {
      if (asking.signal.aborted) return;
      this.failure = reasonOf(error);
    }
    this.loading = false;
    this.#host.requestUpdate();
  }
}
