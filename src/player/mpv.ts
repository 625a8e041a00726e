import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { mpvVolume } from "./loudness.ts";
import { type MpvEntry, MpvInstance } from "./mpv-instance.ts";
import { howItEnded, loadInto } from "./mpv-load.ts";
import { endOrphans, mpvPlaces } from "./mpv-orphan.ts";
import type { LoadRequest, Output, OutputEvent } from "./output.ts";
import { silentWav } from "./silence.ts";
import { StallWatch } from "./stall-watch.ts";

export interface MpvOutputOptions {
  /** `auto`, `null` (silent, but keeps time), or a name from `mpv --audio-device=help`. */
  audioDevice: string;
  /** Sockets and process ids lie here; made when it is not there. */
  socketDir: string;
  /** `mpv` from the PATH unless told otherwise. */
  binary?: string;
  log: { info(o: object, msg: string): void; warn(o: object, msg: string): void };
}

type Started = Awaited<ReturnType<Output["start"]>>;
type Loaded = Awaited<ReturnType<Output["load"]>>;

const seekTimeoutMs = 5_000;
const stallMs = 2_000;
const positionEveryMs = 250;
const fadeStepMs = 50;

/** Plays local files through an mpv of its own, one at a time. */
export class MpvOutput implements Output {
  readonly capabilities = { crossfade: false, gapless: false, seek: true };
  readonly #options: MpvOutputOptions;
  readonly #listeners = new Set<(event: OutputEvent) => void>();
  readonly #stall = new StallWatch(stallMs);
  #instance: MpvInstance | null = null;
  #watch: NodeJS.Timeout | null = null;
  #playing: { entry: MpvEntry; item: LoadRequest } | null = null;
  #paused = false;
  #saidAt = 0;
  #volume = 1;
  #gainDb = 0;
  #fade = 1;
  /** Counts up whenever a running fade has nothing to fade any more. */
  #fades = 0;
  /** Counts up with every stop, so that a start that was under way knows. */
  #releases = 0;

  constructor(options: MpvOutputOptions) {
    this.#options = options;
  }

  async start(): Promise<Started> {
    await this.stop();
    const mine = this.#releases;
    const { audioDevice, socketDir, log } = this.#options;
    const places = mpvPlaces(socketDir, audioDevice);
    try {
      await mkdir(socketDir, { recursive: true, mode: 0o700 });
      const orphans = await endOrphans(socketDir, places);
      if (typeof orphans === "string") return { ok: false, reason: "mpv-gone", detail: orphans };
      if (orphans.length > 0) log.warn({ orphans }, "ended an mpv that an earlier run left behind");
      const instance = await MpvInstance.start({
        binary: this.#options.binary ?? "mpv",
        audioDevice,
        places,
      });
      if (!(instance instanceof MpvInstance)) return { ok: false, ...instance };
      const fault = audioDevice === "null" ? null : await this.#whySilent(instance);
      if (fault !== null || instance.over || this.#releases !== mine) {
        await instance.end();
        return fault ?? { ok: false, reason: "mpv-gone", detail: "mpv was stopped before it was ready" };
      }
      this.#adopt(instance);
      log.info({ pid: instance.pid, audioDevice }, "mpv is ready");
      return { ok: true };
    } catch (error) {
      // What the file system refuses is expected; anything else is a bug.
      if (!(error instanceof Error && "syscall" in error)) throw error;
      const detail = `${socketDir} can't be used for mpv's socket: ${String(error)}`;
      return { ok: false, reason: "mpv-gone", detail };
    }
  }

  async stop(): Promise<void> {
    await this.#release()?.end();
  }

  async load(item: LoadRequest): Promise<Loaded> {
    const instance = this.#instance;
    if (instance === null) return { ok: false, because: "lost", detail: "mpv is not running" };
    this.#playing = null;
    this.#paused = item.paused;
    this.#fades += 1;
    this.#fade = 1;
    this.#gainDb = item.gainDb ?? 0;
    await instance.request(["set_property", "pause", item.paused]);
    await this.#applyVolume();
    const loaded = await loadInto(instance, item);
    if (!loaded.ok) {
      const { because, detail } = loaded;
      // Whatever played before does not go on behind a song that failed.
      if (because === "unplayable") await instance.request(["stop"]);
      if (because !== "output-missing") return { ok: false, because, detail };
      this.#lost(instance, because, detail);
      return { ok: false, because: "lost", detail };
    }
    const duration = await instance.request(["get_property", "duration"]);
    this.#stall.moved(performance.now());
    this.#saidAt = 0;
    this.#playing = { entry: loaded.entry, item };
    // Already over: said after the answer, as with every other song.
    if (loaded.entry.end !== null) setImmediate(() => this.#ended(instance, loaded.entry));
    return {
      ok: true,
      durationMs: typeof duration.data === "number" ? Math.round(duration.data * 1_000) : null,
    };
  }

  async pause(): Promise<void> {
    this.#paused = true;
    await this.#instance?.request(["set_property", "pause", true]);
  }

  async resume(): Promise<void> {
    this.#stall.moved(performance.now());
    this.#paused = false;
    await this.#instance?.request(["set_property", "pause", false]);
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
    this.#stall.moved(performance.now());
    this.#saidAt = 0;
  }

  async setVolume(volume: number): Promise<void> {
    this.#volume = volume;
    await this.#applyVolume();
  }

  async fade(to: "out" | "in", durationMs: number): Promise<void> {
    this.#fades += 1;
    const mine = this.#fades;
    const [from, target] = [this.#fade, to === "out" ? 0 : 1];
    const began = performance.now();
    for (let share = 0; share < 1; ) {
      share = Math.min(1, (performance.now() - began) / Math.max(1, durationMs));
      this.#fade = from + (target - from) * share;
      await this.#applyVolume();
      if (share < 1) await delay(fadeStepMs);
      if (this.#fades !== mine) return;
    }
  }

  on(listener: (event: OutputEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** An mpv without a sound card starts happily, so a moment of silence is played to find out. */
  async #whySilent(instance: MpvInstance): Promise<Extract<Started, { ok: false }> | null> {
    const { audioDevice, socketDir } = this.#options;
    const path = join(socketDir, "silence.wav");
    await writeFile(path, silentWav(200));
    const loaded = await loadInto(instance, { path, startAtMs: 0, paused: false, gainDb: null });
    await instance.request(["stop"]);
    await rm(path, { force: true });
    if (loaded.ok) return null;
    if (loaded.because === "lost") return { ok: false, reason: "mpv-gone", detail: loaded.detail };
    const detail = `no sound card answers as "${audioDevice}"; plug one in, or choose one of mpv --audio-device=help`;
    return { ok: false, reason: "output-missing", detail };
  }

  #adopt(instance: MpvInstance): void {
    this.#instance = instance;
    instance.listen({
      position: (positionMs) => this.#moved(positionMs),
      ended: (entry) => this.#ended(instance, entry),
      lost: (reason, detail) => this.#lost(instance, reason, detail),
    });
    this.#watch = setInterval(() => {
      const stands = this.#playing === null || this.#paused || !this.#playing.entry.ready;
      if (stands) this.#stall.moved(performance.now());
      else if (this.#stall.stalled(performance.now()))
        instance.lose("mpv-stalled", `mpv's clock has stood still for ${stallMs / 1_000} s`);
    }, positionEveryMs);
  }

  #release(): MpvInstance | null {
    if (this.#watch !== null) clearInterval(this.#watch);
    const instance = this.#instance;
    this.#watch = null;
    this.#instance = null;
    this.#playing = null;
    this.#fades += 1;
    this.#releases += 1;
    return instance;
  }

  #moved(positionMs: number): void {
    const now = performance.now();
    this.#stall.moved(now);
    if (this.#playing === null || this.#paused || now - this.#saidAt < positionEveryMs) return;
    this.#saidAt = now;
    this.#emit({ type: "position", positionMs });
  }

  #ended(instance: MpvInstance, entry: MpvEntry): void {
    const playing = this.#playing;
    if (playing === null || playing.entry !== entry || entry.end === null) return;
    this.#playing = null;
    const end = howItEnded(entry.end, playing.item);
    if (end.how === "finished") this.#emit({ type: "ended", how: "finished", detail: null });
    if (end.how === "unplayable") this.#emit({ type: "ended", how: "unplayable", detail: end.detail });
    if (end.how === "output-missing") this.#lost(instance, "output-missing", end.detail);
  }

  #lost(instance: MpvInstance, reason: (OutputEvent & { type: "lost" })["reason"], detail: string): void {
    if (this.#instance !== instance) return;
    this.#release();
    void instance.end();
    this.#emit({ type: "lost", reason, detail });
  }

  async #applyVolume(): Promise<void> {
    const volume = mpvVolume(this.#volume, this.#gainDb, this.#fade);
    await this.#instance?.request(["set_property", "volume", volume]);
  }

  #emit(event: OutputEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
