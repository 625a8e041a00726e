import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Affect } from "../../protocol/mood.ts";
import type { OwnersTrack } from "../../protocol/music-in.ts";
import type { Id } from "../../protocol/time.ts";
import { MOST_AT_ONCE, PAGE, type TrackQuery, trackAddress } from "../facts/track-query.ts";
import { fetched, reasonOf } from "./ask.ts";

/** A scan tells of new songs many times a second. */
const SOON_MS = 1_500;

interface TrackPage {
  total: number;
  more: boolean;
  partial: boolean;
  tracks: readonly OwnersTrack[];
}

/** The songs of one query, a page at a time. The newest query wins; its answer replaces the list when it is there. */
export class TrackList implements ReactiveController {
  tracks: readonly OwnersTrack[] = [];
  /** Null until the first answer. */
  total: number | null = null;
  /** There are more than `total` says. */
  more = false;
  /** Some may not be found yet; it is asked again until all are. */
  partial = false;
  loading = false;
  /** Why the last question had no answer. */
  failure: string | null = null;

  readonly #host: ReactiveControllerHost;
  #query: TrackQuery | null = null;
  #asking: AbortController | null = null;
  /** Something changed while an answer was on its way. */
  #stale = false;
  /** The last page had nothing new, whatever the total says. */
  #ended = false;
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#soon);
    this.#soon = undefined;
    this.#asking?.abort();
    this.loading = false;
  }

  /** Another query. */
  ask(query: TrackQuery): void {
    this.#query = query;
    void this.#load(0);
  }

  /** The next page, where there is one and none is on its way. */
  loadMore(): void {
    if (this.loading || this.#ended || this.failure !== null) return;
    if (this.total === null || this.tracks.length >= this.total) return;
    void this.#load(this.tracks.length);
  }

  /** What was just said of these songs holds here at once; the next answer tells it anyway. */
  say(ids: readonly Id[], point: Affect | null): void {
    const said = new Set(ids);
    const affect = point && ({ point, confidence: 1, from: "person" } as const);
    this.tracks = this.tracks.map((track) => (said.has(track.id) ? { ...track, affect } : track));
  }

  /** These are gone, and the next answer tells it anyway. */
  drop(ids: ReadonlySet<Id>): void {
    this.tracks = this.tracks.filter(({ id }) => !ids.has(id));
    this.#host.requestUpdate();
  }

  /** The same songs as they are now; while an answer is on its way, after that. */
  refresh(): void {
    if (this.loading) this.#stale = true;
    else void this.#load(0, Math.max(PAGE, this.tracks.length));
  }

  /** The same, together with whatever else changes within a moment. */
  refreshSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      this.refresh();
    }, SOON_MS);
  }

  async #load(offset: number, wanted = PAGE): Promise<void> {
    if (this.#query === null) return;
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    this.loading = true;
    this.#stale = false;
    this.#host.requestUpdate();
    try {
      const { total, more, partial, tracks } = await pages(this.#query, {
        offset,
        wanted,
        signal: asking.signal,
      });
      if (asking.signal.aborted) return;
      const before = offset === 0 ? [] : this.tracks;
      this.tracks = eachOnce([...before, ...tracks]);
      this.#ended = offset > 0 && this.tracks.length === before.length;
      this.total = total;
      this.more = more;
      this.partial = partial;
      this.failure = null;
    } catch (error) {
      if (asking.signal.aborted) return;
      this.failure = reasonOf(error);
    }
    this.loading = false;
    this.#host.requestUpdate();
    if (this.#stale) this.refresh();
    else if (this.partial && this.failure === null) this.refreshSoon();
  }
}

/** As many as are wanted, in as many questions as that takes. */
async function pages(
  query: TrackQuery,
  { offset, wanted, signal }: { offset: number; wanted: number; signal: AbortSignal },
): Promise<TrackPage> {
  const tracks: OwnersTrack[] = [];
  for (;;) {
    const limit = Math.min(MOST_AT_ONCE, wanted - tracks.length);
    const address = trackAddress(query, { offset: offset + tracks.length, limit });
    const page = await fetched<TrackPage>(address, signal);
    tracks.push(...page.tracks);
    if (page.tracks.length < limit || tracks.length >= wanted) return { ...page, tracks };
  }
}

/** A song that was added before the others moves them on: the next page then begins with one that is there already. */
function eachOnce(tracks: readonly OwnersTrack[]): readonly OwnersTrack[] {
  return [...new Map(tracks.map((track) => [track.id, track])).values()];
}
