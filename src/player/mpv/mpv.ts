import { performance } from "node:perf_hooks";
import type { EpochMs } from "../../protocol/time.ts";
import type { Deck } from "../decks/deck.ts";
import { isCardAway } from "../devices/card-away.ts";
import { isServed } from "../devices/served-speaker.ts";
import { silenceOf, whySilent } from "../devices/why-silent.ts";
import type { Loaded, LoadRequest, OutputEvent } from "../output.ts";
import { type ReachableFiles, songFiles } from "../reachable-files.ts";
import { splitGain } from "../volume/loudness.ts";
import { within } from "../within.ts";
import type { Environment } from "./mpv-environment.ts";
import { MpvFader } from "./mpv-fader.ts";
import type { MpvEntry, MpvInstance } from "./mpv-instance.ts";
import { append, begunEntry, howItEnded, loadInto, stalledDetail } from "./mpv-load.ts";
import { type Ask, MpvStarter, type Started } from "./mpv-starter.ts";
import { SoundClock } from "./sound-clock.ts";

export interface MpvOutputOptions {
  /** `auto`, `null` (silent, but keeps time), or a name from `mpv --audio-device=help`. */
  audioDevice: string;
  /** Sockets and process ids lie here; made when it is not there. */
  socketDir: string;
  /** `mpv` from the PATH unless told otherwise. */
  binary?: string;
  /** What mpv inherits; only where it is given, PipeWire is told how to run mpv's clock. */
  environment?: Environment;
  /** One of two that play to this device together: each has its own socket. */
  deck?: "a" | "b";
  /** The wall clock, which may be set. */
  now?: () => EpochMs;
  /** For tests. */
  files?: ReachableFiles;
  log: { info(o: object, msg: string): void; warn(o: object, msg: string): void };
}

const seekTimeoutMs = 5_000;
const positionEveryMs = 250;
/** Long enough to be no click, short enough for a finger that waits. */
const pauseFadeMs = 250;
const stopFadeMs = 400;

/** Plays local files through an mpv of its own, one after another. */
export class MpvOutput implements Deck {
  readonly capabilities = { crossfade: false, gapless: true, seek: true };
  readonly #audioDevice: string;
  readonly #files: ReachableFiles;
  readonly #starter: MpvStarter;
  readonly #listeners = new Set<(event: OutputEvent) => void>();
  readonly #clock: SoundClock;
  readonly #fader = new MpvFader(async (volume) =>
    this.#instance?.request(["set_property", "volume", volume]),
  );
  #instance: MpvInstance | null = null;
  #playing: { entry: MpvEntry; item: LoadRequest } | null = null;
  #next: { id: number; item: LoadRequest } | null = null;
  #paused = false;
  #saidAt = 0;
  /** Its speaker has left the sound server since mpv was started. That it may be back changes nothing: mpv was moved. */
  #wasMoved = false;
  /** Counts up with each load and each stop, so that whatever was under way knows that it is not wanted any more. */
  #turns = 0;

  constructor(options: MpvOutputOptions) {
    this.#audioDevice = options.audioDevice;
    this.#files = options.files ?? songFiles;
    this.#starter = new MpvStarter(options);
    this.#clock = new SoundClock({
      shouldRun: () => this.#playing?.entry.ready === true && !this.#paused,
      wake: () => {
        options.log.info({}, "mpv stands still since the wall clock was set back: it is woken");
        void this.#instance?.wake();
      },
      beginAnew: () => {
        options.log.info({}, "mpv stands still: it begins anew where it stands");
        void this.#instance?.beginAnew();
      },
      isAway: () => this.#wasMoved || isCardAway(options.audioDevice),
      stalled: (stillMs) =>
        this.#instance?.lose("mpv-stalled", `mpv's clock has stood still for ${Math.round(stillMs)} ms`),
      ...(options.now && { now: options.now }),
    });
  }

  get adopted(): readonly string[] {
    const path = this.#instance?.adopted ?? null;
    return path === null ? [] : [path];
  }

  get playedAlone(): readonly string[] {
    return this.#instance?.playedAlone ?? [];
  }

  get running(): boolean {
    return this.#instance !== null && !this.#instance.over;
  }

  async start(): Promise<Started> {
    if (!isCardAway(this.#audioDevice)) return this.#begin(whySilent);
    await this.stop();
    return silenceOf(this.#audioDevice);
  }

  standBy(): Promise<Started> {
    return this.#begin(async () => null);
  }

  /** It had to be ended for the sake of a song, and nothing is wrong with the speaker: the next song finds another one. */
  async #replace(instance: MpvInstance): Promise<void> {
    // Unless a stop, or a loss that is told, has come before.
    if (this.#instance === instance) await this.standBy();
  }

  #begin(ask: Ask): Promise<Started> {
    return this.#starter.start({ after: this.stop(), ask, ready: (instance) => this.#take(instance) });
  }

  async stop(): Promise<void> {
    const givenUp = this.#starter.giveUp();
    if (this.#playing !== null && !this.#paused)
      await within(this.#fader.fade("out", stopFadeMs), stopFadeMs * 2, undefined);
    await this.#release()?.end();
    await givenUp;
  }

  async load(item: LoadRequest): Promise<Loaded> {
    const instance = this.#instance;
    if (instance === null) return { ok: false, because: "lost", detail: "mpv is not running" };
    this.#forgetSong();
    const mine = this.#turns;
    this.#paused = item.paused;
    const { liftDb } = splitGain(item.gainDb ?? 0);
    const goesOn = await this.#goOn(instance, item, { liftDb, turn: mine });
    if (goesOn !== null) return goesOn;
    const fadesIn = (item.fadeInMs ?? 0) > 0 && !item.paused;
    // Said in one breath: the song before is not heard again, and a busy machine makes one pause of it and not four.
    const besides = () => [this.#fader.begin(liftDb, fadesIn ? 0 : 1), instance.setPaused(item.paused)];
    if (item.paused) await instance.setPaused(true);
    const loaded = await loadInto(instance, item, { besides, files: this.#files });
    if (!loaded.ok) {
      const { because, detail } = loaded;
      // Whatever played before does not go on behind a song that failed.
      const isOfSong = because === "unplayable" || because === "unavailable";
      if (isOfSong && !instance.over) await instance.request(["stop"]);
      if (because === "unavailable" && instance.over) await this.#replace(instance);
      if (isOfSong || because === "lost") return { ok: false, because, detail };
      this.#lost(instance, because, detail);
      return { ok: false, because: "lost", detail };
    }
    const durationMs = await this.#begun(instance, loaded.entry, item, mine);
    if (fadesIn) void this.#fader.fade("in", item.fadeInMs ?? 0);
    // Already over: said after the answer, as with every other song.
    if (loaded.entry.end !== null) setImmediate(() => this.#ended(instance, loaded.entry));
    return { ok: true, durationMs };
  }

  async prepare(item: LoadRequest | null): Promise<void> {
    const [instance, playing] = [this.#instance, this.#playing];
    this.#next = null;
    if (instance === null || playing === null) return;
    await instance.request(["playlist-clear"]);
    const id = item === null ? null : await append(instance, item, this.#files);
    if (id !== null && item !== null && this.#playing === playing) this.#next = { id, item };
  }

  async pause(): Promise<void> {
    const sounds = this.#playing !== null && !this.#paused;
    this.#paused = true;
    if (sounds) await this.#fader.fade("out", pauseFadeMs);
    if (!this.#paused) return;
    await this.#instance?.setPaused(true);
    await this.#fader.jump(1);
  }

  resume(): Promise<void> {
    return this.comeIn(pauseFadeMs, "ear");
  }

  /** Plays what is paused, from silence up to its volume. Resolves when it plays, before it has come up. */
  async comeIn(durationMs: number, shape: "ear" | "power"): Promise<void> {
    const instance = this.#instance;
    // WirePlumber 0.4.13 crashes over a pause that ends elsewhere than it began.
    if (this.#wasMoved && instance !== null && this.#playing !== null) return this.#leave(instance);
    this.#clock.moved();
    this.#paused = false;
    const fades = this.#playing !== null && durationMs > 0;
    if (fades) await this.#fader.jump(0);
    const plays = instance?.setPaused(false);
    if (fades) void this.#fader.fade("in", durationMs, shape);
    else await this.#fader.jump(1);
    await plays;
  }

  async seek(positionMs: number): Promise<void> {
    const instance = this.#instance;
    const entry = this.#playing?.entry;
    if (instance === null || entry === undefined || entry.end !== null) return;
    entry.ready = false;
    const reply = await instance.request(["seek", Math.max(0, positionMs) / 1_000, "absolute", "exact"]);
    if (!reply.ok) entry.ready = true;
    await instance.until(() => (entry.ready || entry.end !== null ? true : null), seekTimeoutMs);
    entry.ready = true;
    this.#clock.moved();
    this.#saidAt = 0;
  }

  setVolume(volume: number): Promise<void> {
    return this.#fader.setVolume(volume);
  }

  fade(to: "out" | "in", durationMs: number, shape: "ear" | "power" = "ear"): Promise<void> {
    return this.#fader.fade(to, durationMs, shape);
  }

  /** The song ends unsaid; mpv stays. */
  async unload(): Promise<void> {
    this.#forgetSong();
    await this.#instance?.request(["stop"]);
  }

  /** mpv opens it when it is due. */
  whenPrepared(): Promise<void> {
    return Promise.resolve();
  }

  on(listener: (event: OutputEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #take(instance: MpvInstance): void {
    this.#instance = instance;
    this.#wasMoved = false;
    instance.listen({
      position: (positionMs) => this.#moved(instance, positionMs),
      devices: (names) => {
        if (!names.includes(this.#audioDevice)) this.#wasMoved = true;
      },
      ended: (entry) => this.#ended(instance, entry),
      lost: (reason, detail) => this.#lost(instance, reason, detail),
    });
    this.#clock.start();
    if (isServed(this.#audioDevice)) void instance.watchDevices();
  }

  #release(): MpvInstance | null {
    this.#clock.stop();
    const instance = this.#instance;
    this.#instance = null;
    this.#forgetSong();
    return instance;
  }

  #forgetSong(): void {
    this.#playing = null;
    this.#next = null;
    this.#fader.cancel();
    this.#turns += 1;
  }

  /** The song that an adopted mpv plays, where that is the one; whatever else it plays is replaced by the load. */
  async #goOn(
    instance: MpvInstance,
    item: LoadRequest,
    { liftDb, turn }: { liftDb: number; turn: number },
  ): Promise<Loaded | null> {
    const { adopted, entry } = instance;
    instance.adopted = null;
    if (adopted !== item.path || entry === null || entry.end !== null) return null;
    // What its daemon prepared may not be what follows now.
    await instance.request(["playlist-clear"]);
    await Promise.all([this.#fader.begin(liftDb, 1), instance.setPaused(item.paused)]);
    const position = await instance.request(["get_property", "time-pos"]);
    if (typeof position.data !== "number" || instance.entry !== entry) return null;
    const durationMs = await this.#begun(instance, entry, item, turn);
    return { ok: true, durationMs, positionMs: Math.round(position.data * 1_000) };
  }

  async #begun(
    instance: MpvInstance,
    entry: MpvEntry,
    item: LoadRequest,
    turn: number,
  ): Promise<number | null> {
    const duration = await instance.request(["get_property", "duration"]);
    if (this.#turns !== turn) return null;
    this.#clock.moved();
    this.#saidAt = 0;
    this.#playing = { entry, item };
    return typeof duration.data === "number" ? Math.round(duration.data * 1_000) : null;
  }

  #moved(instance: MpvInstance, positionMs: number): void {
    if (this.#wasMoved && this.#playing !== null && !this.#paused) {
      this.#leave(instance);
      return;
    }
    const now = performance.now();
    this.#clock.said(positionMs);
    if (this.#playing === null || this.#paused || now - this.#saidAt < positionEveryMs) return;
    this.#saidAt = now;
    this.#emit({ type: "position", positionMs });
  }

  #ended(instance: MpvInstance, entry: MpvEntry): void {
    const [playing, next] = [this.#playing, this.#next];
    if (playing === null || playing.entry !== entry || entry.end === null) return;
    this.#playing = null;
    const end = howItEnded(entry.end, playing.item);
    if (end.how === "finished" && next !== null) void this.#advance(instance, next);
    else if (end.how === "finished") this.#emit({ type: "ended", how: "finished", detail: null });
    if (end.how === "unplayable") this.#emit({ type: "ended", how: "unplayable", detail: end.detail });
    if (end.how === "output-missing") this.#lost(instance, "output-missing", end.detail);
  }

  /** mpv goes over to what was appended by itself. Where that fails, the song has ended, and a load will tell why. */
  async #advance(instance: MpvInstance, { id, item }: { id: number; item: LoadRequest }): Promise<void> {
    const mine = this.#turns;
    this.#next = null;
    await this.#fader.lift(splitGain(item.gainDb ?? 0).liftDb);
    const entry = await begunEntry(instance, id, this.#paused);
    if (this.#turns !== mine) return;
    if (entry === "stalled") return this.#lost(instance, "mpv-stalled", stalledDetail);
    if (entry === null || (entry.end !== null && !(entry.ready && entry.end.reason === "eof"))) {
      await instance.request(["stop"]);
      if (this.#turns === mine) this.#emit({ type: "ended", how: "finished", detail: null });
      return;
    }
    const durationMs = await this.#begun(instance, entry, item, mine);
    if (this.#turns !== mine) return;
    this.#emit({ type: "advanced", durationMs });
    if (entry.end !== null) this.#ended(instance, entry);
  }

  /** It would be heard through a speaker that nobody chose. */
  #leave(instance: MpvInstance): void {
    this.#lost(instance, "output-missing", silenceOf(this.#audioDevice).detail);
  }

  #lost(instance: MpvInstance, reason: (OutputEvent & { type: "lost" })["reason"], detail: string): void {
    if (this.#instance !== instance) return;
    this.#release();
    void instance.end();
    this.#emit({ type: "lost", reason, detail });
  }

  #emit(event: OutputEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
