import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { namesIn } from "../devices/served-speaker.ts";
import type { Environment } from "./mpv-environment.ts";
import { type MpvCommand, type MpvEvent, MpvIpc, type MpvReply } from "./mpv-ipc.ts";
import type { MpvPlaces } from "./mpv-orphan.ts";
import { MpvProcess } from "./mpv-process.ts";

/** What mpv was told to play, and how far it has come. */
export interface MpvEntry {
  id: number;
  /** Decoded and ready from where it should begin; false again during a seek. */
  ready: boolean;
  /** Its clock has said a time since then. */
  sounded: boolean;
  end: { reason: string; fault: string | null } | null;
}

export interface MpvListener {
  position(positionMs: number): void;
  ended(entry: MpvEntry): void;
  /** What it could play to, by name: once `watchDevices` was asked for, and after each change. */
  devices(names: readonly string[]): void;
  lost(reason: "mpv-gone" | "mpv-stalled", detail: string): void;
}

/** Formats with an encoder's delay begin a little behind 0. */
const begunS = 0.1;
/** A Pi under load starts mpv in well under a second. */
const startTimeoutMs = 5_000;

/** One mpv from its start, or from where an earlier daemon left it, to its end. Whatever goes wrong with it, it is lost: killed, said once, and never used again. */
export class MpvInstance {
  entry: MpvEntry | null = null;
  /** The file that it played already when it was adopted. */
  adopted: string | null = null;
  /** What it had played to its end before it was adopted, as far back as its playlist goes. */
  playedAlone: readonly string[] = [];
  readonly #process: MpvProcess;
  readonly #ipc: MpvIpc;
  #listener: MpvListener | null = null;
  readonly #watchers = new Set<() => void>();
  #over = false;

  private constructor(mpv: MpvProcess, ipc: MpvIpc) {
    this.#process = mpv;
    this.#ipc = ipc;
    ipc.listen(
      (event) => this.#take(event),
      () => this.lose("mpv-gone", `mpv (process ${mpv.pid}) closed its socket`),
    );
    void mpv.exited.then((how) => this.lose("mpv-gone", `mpv (process ${mpv.pid}) ended with ${how}`));
  }

  static async start(options: {
    binary: string;
    args: readonly string[];
    places: MpvPlaces;
    environment?: Environment | undefined;
  }): Promise<MpvInstance | { reason: "mpv-missing" | "mpv-gone"; detail: string }> {
    const { binary, args, places, environment } = options;
    // sockaddr_un holds 108 bytes, the last one a zero.
    if (Buffer.byteLength(places.socket) > 107)
      return {
        reason: "mpv-gone",
        detail: `${places.socket} is too long a path for a socket; choose a shorter folder`,
      };
    const mpv = await MpvProcess.spawn(binary, args, places, environment);
    if (typeof mpv === "string") return { reason: "mpv-missing", detail: mpv };
    const deadline = performance.now() + startTimeoutMs;
    while (mpv.running && performance.now() < deadline) {
      const ipc = await MpvIpc.connect(places.socket);
      if (ipc !== null) {
        const instance = new MpvInstance(mpv, ipc);
        const reply = await instance.request(["observe_property", 1, "time-pos"]);
        if (reply.ok) return instance;
        break;
      }
      await delay(10);
    }
    const why = mpv.running ? "no answer" : await mpv.exited;
    await mpv.kill();
    const detail = `${binary} did not get ready at ${places.socket} (${why}); run it by hand to see why`;
    return { reason: "mpv-gone", detail };
  }

  /** The mpv that an earlier daemon left there, playing on; null where it does not answer any more. */
  static async adopt(options: { pid: number; places: MpvPlaces }): Promise<MpvInstance | null> {
    const { pid, places } = options;
    const ipc = await MpvIpc.connect(places.socket);
    if (ipc === null) return null;
    const instance = new MpvInstance(await MpvProcess.found(pid, places), ipc);
    const observed = await instance.request(["observe_property", 1, "time-pos"]);
    const path = await instance.request(["get_property", "path"]);
    const playlist = await instance.request(["get_property", "playlist"]);
    if (!observed.ok || !playlist.ok || instance.over) {
      await instance.end();
      return null;
    }
    const songs: readonly { id?: unknown; filename?: unknown; current?: unknown }[] = Array.isArray(
      playlist.data,
    )
      ? playlist.data
      : [];
    const now = songs.findIndex(({ current }) => current === true);
    // With its last song mpv has gone through all of them.
    const before = now === -1 ? songs : songs.slice(0, now);
    instance.playedAlone = before.map(({ filename }) => String(filename));
    const id = songs[now]?.id;
    if (typeof id !== "number" || typeof path.data !== "string") return instance;
    instance.entry = { id, ready: true, sounded: true, end: null };
    if (!(await instance.#waits())) instance.adopted = path.data;
    return instance;
  }

  get over(): boolean {
    return this.#over;
  }

  get pid(): number {
    return this.#process.pid;
  }

  listen(listener: MpvListener): void {
    this.#listener = listener;
  }

  /** An mpv that does not answer in time is lost. */
  async request(command: MpvCommand): Promise<MpvReply> {
    const reply = await this.#ipc.request(command);
    if (!reply.ok && reply.error === "timeout")
      this.lose("mpv-stalled", `mpv (process ${this.pid}) does not answer`);
    return reply;
  }

  setPaused(paused: boolean): Promise<MpvReply> {
    return this.request(["set_property", "pause", paused]);
  }

  /** Its listener hears from now on what speakers there are. */
  async watchDevices(): Promise<void> {
    await this.request(["observe_property", 2, "audio-device-list"]);
  }

  /** Whether it could play to this one now; true where it does not say. One that hangs over it is lost. */
  async lists(audioDevice: string): Promise<boolean> {
    const reply = await this.request(["get_property", "audio-device-list"]);
    return !this.#over && (namesIn(reply.data)?.includes(audioDevice) ?? true);
  }

  /** Of its commands the thread that feeds the card heeds this pair alone: too short for a pause that anybody hears. */
  async wake(): Promise<void> {
    await Promise.all([this.setPaused(true), this.setPaused(false)]);
  }

  /** From where it stands, with a card that was emptied: a pause alone would leave the card as it is. */
  async beginAnew(): Promise<void> {
    await this.request(["seek", 0, "relative+exact"]);
  }

  /** The first answer that is not null; null when there is none in time, or mpv is lost. */
  until<T>(look: () => T | null, timeoutMs: number): Promise<T | null> {
    return new Promise((resolve) => {
      const settle = (answer: T | null): void => {
        clearTimeout(timer);
        this.#watchers.delete(watcher);
        resolve(answer);
      };
      const watcher = (): void => {
        const answer = look();
        if (answer !== null || this.#over) settle(answer);
      };
      // Where our own loop stood still, what mpv has said meanwhile is read first.
      const timer = setTimeout(() => setImmediate(settle, null), timeoutMs);
      this.#watchers.add(watcher);
      watcher();
    });
  }

  lose(reason: "mpv-gone" | "mpv-stalled", detail: string): void {
    if (this.#over) return;
    this.#over = true;
    this.#ipc.close();
    this.#notify();
    void this.#process.kill().then(() => this.#listener?.lost(reason, detail));
  }

  /** Ends it on purpose: nobody is told. */
  async end(): Promise<void> {
    this.#over = true;
    this.#listener = null;
    this.#ipc.close();
    this.#notify();
    await this.#process.end();
  }

  /** Paused at the beginning of a song, which nobody has heard yet. */
  async #waits(): Promise<boolean> {
    const [paused, position] = await Promise.all(
      ["pause", "time-pos"].map((name) => this.request(["get_property", name])),
    );
    return paused?.data === true && !(Number(position?.data) > begunS);
  }

  #take(event: MpvEvent): void {
    const { entry } = this;
    switch (event.event) {
      case "start-file":
        this.entry = { id: Number(event.playlist_entry_id), ready: false, sounded: false, end: null };
        break;
      case "playback-restart":
        if (entry !== null) entry.ready = true;
        break;
      case "property-change":
        if (event.name === "audio-device-list") this.#listener?.devices(namesIn(event.data) ?? []);
        else if (entry?.ready && typeof event.data === "number") {
          entry.sounded = true;
          this.#listener?.position(event.data * 1_000);
        }
        break;
      case "end-file":
        if (entry?.id !== event.playlist_entry_id || entry === null) break;
        entry.end = {
          reason: String(event.reason),
          fault: typeof event.file_error === "string" ? event.file_error : null,
        };
        this.#listener?.ended(entry);
        break;
    }
    this.#notify();
  }

  #notify(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}
