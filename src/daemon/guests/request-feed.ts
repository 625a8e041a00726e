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

/** More than are taken away within the minute in which that can be undone. */
const LEFT_KEPT = 10;

export interface RequestFeedOptions {
  line: RequestLine;
  /** How many other songs play between two of phones. */
  spacing: () => number;
  /** Whether somebody who signed in is to have a song after what plays and waits. */
  turnWaits: () => boolean;
  player: () => { [Part in "queue" | "state" | "requeue"]: Player[Part] };
  asking: { [Part in "queueTrack" | "unqueue"]: Asking[Part] };
  /** It could not be played after all. */
  onGone: (request: Request) => void;
  onChange: () => void;
  clock: Clock;
  log: Log;
}

/**
 * Hands what guests asked for to the player, one song at a time and as late as it goes: so the turns stay fair, people at
 * the screen go first, and between two such songs there is room for what suits, as much as the owner wants, and for people
 * who are signed in. Nothing else that was chosen by itself comes before a song that somebody waits for, but one where two
 * songs by one artist would follow each other.
 */
export class RequestFeed {
  readonly #options: RequestFeedOptions;
  readonly #serial = new Serial();
  /** Songs that began since the last one of a phone. */
  #since = Number.POSITIVE_INFINITY;
  #missingSince: MonotonicMs | null = null;
  /** For which one another song was chosen, so that it is done once: in a small library there may be no other. */
  #madeRoomFor: Id | null = null;
  /**
   * Which one lets a song go first for its artist: one that begins after this pick, of those before it, and null where
   * that one has begun. What began since then is what came between: in a small library all may be by that artist.
   */
  #putOff: { id: Id; after: Id | null; between: Id | null } | null = null;
  #stopped = false;
  /**
   * What was handed over and is not any more, by its pick: somebody may have taken it away by a slip. Null where its guest
   * wants it no more, or nobody may ask any more.
   */
  readonly #left = new Map<Id, Request | null>();
  #isEarly = true;
  /** What the daemon before had handed over is in no queue of this one's. */
  #hasComeBack = false;

  constructor(options: RequestFeedOptions) {
    this.#options = options;
  }

  heed(event: PlayerEvent): void {
    const { line } = this.#options;
    if (event.type === "began") {
      const isOurs = line.handed?.pick === event.pick.id;
      this.#since = isOurs ? 0 : this.#since + 1;
      this.#noteBetween(event.pick.id);
      if (isOurs) {
        this.#leave(line.handed?.request ?? null);
        line.began();
      }
    }
    // It never sounded: a broken file, say.
    else if (event.type === "ended" && line.handed?.pick === event.pick.id) this.#lose(line.handed.request);
    this.tend();
  }

  /** What waits was handed over by the daemon before, perhaps: it is told by the song that goes on whether it is heard. */
  comeBack(): void {
    this.#hasComeBack = true;
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
      if (pick !== null) this.#leave(null);
      line.take(id);
      if (pick !== null) await asking.unqueue(pick);
    });
    this.tend();
  }

  /** Whether a phone asked for it, a while ago at most. */
  isOurs(pick: Id): boolean {
    return this.#options.line.handed?.pick === pick || this.#left.has(pick);
  }

  /** What this pick was is the first one again, and no turn was had; null where no guest waits for it, or wants it still. */
  putBack(pick: Id): Request | null {
    const { line, asking } = this.#options;
    const isHanded = line.handed?.pick === pick;
    const request = (isHanded ? line.handed?.request : this.#left.get(pick)) ?? null;
    if (request === null) return null;
    this.#left.delete(pick);
    void this.#serial.run(async () => {
      const other = line.handed;
      if (other !== null && (isHanded || (await asking.unqueue(other.pick)) === null)) line.takeBack();
      if (!isHanded) line.putBack(request);
      this.#missingSince = null;
      this.#since = Number.POSITIVE_INFINITY;
    });
    this.tend();
    return request;
  }

  /** Nothing waits any more. */
  clear(): void {
    const { line, asking } = this.#options;
    const { handed } = line;
    this.#leave(null);
    line.clear();
    if (handed) void this.#serial.run(async () => void (await asking.unqueue(handed.pick)));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#serial.run(async () => undefined);
  }

  async #tend(): Promise<void> {
    const { line, player, asking, clock } = this.#options;
    const { state, queue } = player();
    // On the way to its first song the player takes nothing; where none can be played, a wish may be what can.
    const { actual } = state;
    if (this.#isEarly && actual.state === "idle" && actual.because === "starting") return;
    this.#isEarly = false;
    if (this.#hasComeBack) this.#settle();
    if (state.intended === "closed") return this.#waitForOpening();
    const { handed } = line;
    if (handed !== null) {
      const isOn = songOn(state)?.id === handed.pick;
      const before = this.#lastBefore(handed.pick);
      const waits = queue.some(({ id }) => id === handed.pick);
      if (waits || isOn) this.#missingSince = null;
      else this.#missingSince ??= clock.monotonic();
      if (this.#missingSince !== null && clock.monotonic() - this.#missingSince >= DROPPED_AFTER_MS) {
        this.#missingSince = null;
        this.#lose(handed.request);
      } else if (waits && before !== null && this.#givesWay(handed.request, before)) {
        // Somebody at the screen wants a song of the same artist before it.
        if ((await asking.unqueue(handed.pick)) === null && line.handed === handed) line.takeBack();
      }
    }
    // What is heard by somebody else's wish is not played a second time.
    for (const request of line.waiting)
      if (request !== line.handed?.request && this.#isHeardAnyhow(request)) this.#lose(request);
    await this.#handOver();
    await this.#makeRoom();
  }

  /** The player has let go of what it had, and takes nothing. */
  #waitForOpening(): void {
    this.#missingSince = null;
    this.#options.line.takeBack();
  }

  /** The daemon before had handed it over: it plays by now, or is the next one still. */
  #settle(): void {
    const { line, player } = this.#options;
    this.#hasComeBack = false;
    if (line.handed === null) return;
    const isHeard = line.handed.pick === songOn(player().state)?.id;
    if (!isHeard) line.takeBack();
    else {
      this.#since = 0;
      line.began();
    }
  }

  /** Of two songs by one artist, the one that was chosen goes, and not the one that somebody waits for. */
  async #makeRoom(): Promise<void> {
    const [request] = this.#options.line.notHanded;
    if (this.#stopped || request === undefined || request.id === this.#madeRoomFor) return;
    const { player } = this.#options;
    const { track, artists } = request.song;
    const chosen = player().queue.find((pick) => !wasAskedFor(pick));
    if (chosen === undefined) return;
    if (trackIdOf(chosen) !== track && !shareAnArtist(artistsOf(chosen), artists)) return;
    this.#madeRoomFor = request.id;
    await player().requeue();
  }

  #givesWay(to: Request, before: Pick): boolean {
    return shareAnArtist(to.song.artists, artistsOf(before)) && !this.#hasLet(before, to);
  }

  /** Whether this request let that song go first, as far as it has to. */
  #hasLet(before: Pick, { id }: Request): boolean {
    return this.#putOff?.id === id && this.#putOff.between === before.id;
  }

  #noteBetween(began: Id): void {
    if (this.#putOff === null) return;
    if (this.#putOff.after === null) this.#putOff.between = began;
    else if (this.#putOff.after === began) this.#putOff.after = null;
  }

  /** Never two songs by one artist: where all that wait are by that of the song before, one other song comes between. */
  #next(): Request | null {
    const { line, player } = this.#options;
    const before = this.#lastBefore(null);
    const [first] = line.notHanded;
    const next = line.next(before === null ? [] : artistsOf(before));
    if (next !== null || first === undefined || before === null) return next;
    if (this.#hasLet(before, first)) return first;
    const isOn = songOn(player().state)?.id === before.id;
    this.#putOff = { id: first.id, after: isOn ? null : before.id, between: null };
    return null;
  }

  async #handOver(): Promise<void> {
    const { line, player, asking, spacing, turnWaits, log } = this.#options;
    if (this.#stopped || line.handed !== null) return;
    if (this.#since < Math.max(spacing(), turnWaits() ? 1 : 0)) return;
    if (player().state.intended === "closed") return;
    const request = this.#next();
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

  /** What is handed over is not any more. */
  #leave(asWhat: Request | null): void {
    const { handed } = this.#options.line;
    if (handed !== null) this.#left.set(handed.pick, asWhat);
    for (const oldest of this.#left.keys()) if (this.#left.size > LEFT_KEPT) this.#left.delete(oldest);
  }

  /** Where somebody else asked for the same song meanwhile, it is heard, and nobody has to be told of anything. */
  #lose(request: Request): void {
    const { line, onGone, onChange } = this.#options;
    const isHeard = this.#isHeardAnyhow(request);
    if (line.handed?.request === request) this.#leave(request);
    if (line.take(request.id) === null) return;
    if (!isHeard) onGone(request);
    onChange();
  }
}
