import { uuidv7 } from "uuidv7";
import type { Player, PlayerEvent } from "../../player/player.ts";
import { Serial } from "../../player/serial.ts";
import type { Pick } from "../../protocol/music.ts";
import type { Id, MonotonicMs } from "../../protocol/time.ts";
import { StoreError } from "../../store/store.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Asking } from "../music/asking.ts";
import { artistsOf, lineIn, songOn, trackIdOf, wasAskedFor } from "../music/pick-facts.ts";
import { type Request, type RequestLine, shareAnArtist } from "./request-line.ts";

/** A song on its way from the queue to the speaker is in neither for a moment; after so long it was dropped. */
const DROPPED_AFTER_MS = 10_000;

export interface RequestFeedOptions {
  line: RequestLine;
  /** How many other songs play between two of phones. */
  spacing: () => number;
  player: () => { [Part in "queue" | "state"]: Player[Part] };
  asking: { [Part in "queueTrack" | "unqueue"]: Asking[Part] };
  /** It could not be played after all. */
  onGone: (request: Request) => void;
  onChange: () => void;
  clock: Clock;
  log: Log;
}

/**
 * Hands what guests asked for to the player, one song at a time and as late as it goes: so the turns stay fair, people at
 * the screen go first, and between two such songs there is room for what suits and for people who are signed in.
 */
export class RequestFeed {
  readonly #options: RequestFeedOptions;
  readonly #serial = new Serial();
  /** Songs that began since the last one of a phone. */
  #since = Number.POSITIVE_INFINITY;
  #missingSince: MonotonicMs | null = null;
  #stopped = false;

  constructor(options: RequestFeedOptions) {
    this.#options = options;
  }

  heed(event: PlayerEvent): void {
    const { line } = this.#options;
    if (event.type === "began") {
      const isOurs = line.handed?.pick === event.pick.id;
      this.#since = isOurs ? 0 : this.#since + 1;
      if (isOurs) line.began();
    }
    // It never sounded: a broken file, say.
    else if (event.type === "ended" && line.handed?.pick === event.pick.id) this.#lose(line.handed.request);
    this.tend();
  }

  /** Looks whether something is to be done. */
  tend(): void {
    if (!this.#stopped) void this.#serial.run(() => this.#tend());
  }

  /** Takes out what waits, wherever it is by now. */
  async take(id: Id): Promise<void> {
    await this.#serial.run(async () => {
      const { line, asking } = this.#options;
      const pick = line.handed?.request.id === id ? line.handed.pick : null;
      line.take(id);
      if (pick !== null) await asking.unqueue(pick);
    });
    this.tend();
  }

  /** Nothing waits any more. */
  clear(): void {
    const { line, asking } = this.#options;
    const { handed } = line;
    line.clear();
    if (handed) void this.#serial.run(async () => void (await asking.unqueue(handed.pick)));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#serial.run(async () => undefined);
  }

  async #tend(): Promise<void> {
    const { line, player, asking, clock } = this.#options;
    const { handed } = line;
    if (handed !== null) {
      const { state, queue } = player();
      const isOn = songOn(state)?.id === handed.pick;
      const before = this.#lastBefore(handed.pick);
      const waits = queue.some(({ id }) => id === handed.pick);
      if (waits || isOn) this.#missingSince = null;
      else this.#missingSince ??= clock.monotonic();
      if (this.#missingSince !== null && clock.monotonic() - this.#missingSince >= DROPPED_AFTER_MS) {
        this.#missingSince = null;
        this.#lose(handed.request);
      } else if (waits && before !== null && shareAnArtist(handed.request.song.artists, artistsOf(before))) {
        // Somebody at the screen wants a song of the same artist before it.
        if ((await asking.unqueue(handed.pick)) === null && line.handed === handed) line.takeBack();
      }
    }
    // What is heard by somebody else's wish is not played a second time.
    for (const request of line.waiting)
      if (request !== line.handed?.request && this.#isHeardAnyhow(request)) this.#lose(request);
    await this.#handOver();
  }

  async #handOver(): Promise<void> {
    const { line, player, asking, spacing, log } = this.#options;
    if (this.#stopped || line.handed !== null || this.#since < spacing()) return;
    if (player().state.intended === "closed") return;
    const before = this.#lastBefore(null);
    const request = line.next(before === null ? [] : artistsOf(before));
    if (request === null) return;
    try {
      // Another id each time: nothing that is kept tells guests from each other.
      const pick = await asking.queueTrack(request.song.track, { kind: "guest", sessionId: uuidv7() });
      if ("because" in pick) {
        // Where too much waits, this waits on as well: the next song that begins tries again.
        if (pick.because !== "later") this.#lose(request);
      } else if (!line.of(request.guest).includes(request)) await asking.unqueue(pick.id);
      else line.handOver(request, pick.id);
      this.#options.onChange();
    } catch (error) {
      // It waits on: the next song that begins tries again.
      if (!(error instanceof StoreError) || error.fault === "gone") throw error;
      log.warn({ fault: error.fault }, error.message);
    }
  }

  /** What is heard before this pick; or, without one, before what will be put behind all that was asked for. */
  #lastBefore(pick: Id | null): Pick | null {
    const { state, queue } = this.#options.player();
    const asked = queue.filter(wasAskedFor);
    const at = pick === null ? asked.length : asked.findIndex(({ id }) => id === pick);
    return asked[at - 1] ?? songOn(state);
  }

  /** By another pick than the phones' own: it plays, or somebody at the screen asked for it. */
  #isHeardAnyhow({ song }: Request): boolean {
    const { line, player } = this.#options;
    return lineIn(player()).some((pick) => pick.id !== line.handed?.pick && trackIdOf(pick) === song.track);
  }

  /** Where somebody else asked for the same song meanwhile, it is heard, and nobody has to be told of anything. */
  #lose(request: Request): void {
    const { line, onGone, onChange } = this.#options;
    const isHeard = this.#isHeardAnyhow(request);
    if (line.take(request.id) === null) return;
    if (!isHeard) onGone(request);
    onChange();
  }
}
