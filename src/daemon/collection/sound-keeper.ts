import { availableParallelism, loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { soundVersion } from "../../library/sound/estimate.ts";
import type { SoundListener } from "../../library/sound/sound-listener.ts";
import type { Progress } from "../../protocol/state.ts";
import type { Id } from "../../protocol/time.ts";
import { type LibraryTables, StoreError } from "../../store/store.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { TimeLeft } from "./time-left.ts";

const BATCH = 32;
/** Songs whose files are gone stay in the way until a scan has found out: with more of them nobody asks on. */
const MOST_PASSED_OVER = 512;
/** So many estimates are worth being told of. */
const SOME = 12;
/** A breath between two songs: it also tells whether the daemon's loop is late. */
const BREATH_MS = 100;
const LATE_MS = 50;
/** A machine that is always busy gets through its songs all the same, one a minute. */
const YIELD_MS = 5_000;
const YIELD_AT_MOST_MS = 60_000;
/** A database that takes no writes, or a missing ffmpeg, may be there again. */
const RETRY_MS = 600_000;

export interface SoundKeeperOptions {
  library: Pick<LibraryTables, "awaitingSound" | "putSound" | "soundCounts">;
  listener: Pick<SoundListener, "listen" | "rest" | "stop">;
  /** Whether it may work: the owner wants it, and nothing more urgent reads the disk. */
  mayWork: () => boolean;
  /** The folder of the demo pieces where they stand in for music of the owner's own, which then is all that counts. */
  standIn: () => string | null;
  clock: Clock;
  log: Log;
  onChange: () => void;
  /** There are some more songs with a mood: a library that had none may have music now. */
  onEstimates: () => void;
  /** Stands in for the machine's own, in tests. */
  isBusy?: () => boolean;
  yieldMs?: number;
}

/**
 * Has every song listened to that has no estimate of this version yet, one after the other, gently: it waits while the
 * machine is busy or a scan runs. What was heard is kept song by song, so that it goes on where it ended.
 */
export class SoundKeeper {
  readonly #options: SoundKeeperOptions;
  #progress: Progress | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #retry: NodeJS.Timeout | undefined;
  readonly #stopping = new AbortController();

  constructor(options: SoundKeeperOptions) {
    this.#options = options;
  }

  /** Null while there is nothing to do. */
  get progress(): Progress | null {
    return this.#progress;
  }

  /** Begins, or looks once more, if there is anything to do and it may; called whenever either may have changed. */
  look(): void {
    if (!this.#mayWork()) return;
    this.#again = true;
    clearTimeout(this.#retry);
    this.#running ??= this.#workWhileThereIs();
  }

  /** Resolves when nothing is under way any more. */
  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#retry);
    await this.#options.listener.stop();
    await this.idle();
  }

  async #workWhileThereIs(): Promise<void> {
    const { listener, log } = this.#options;
    let obstacle: string | null = null;
    try {
      while (this.#again && obstacle === null && this.#mayWork()) {
        this.#again = false;
        obstacle = await this.#tryToWork();
        // Within the loop: whoever looks while the thread ends is not forgotten.
        if (!this.#again || obstacle !== null) await listener.rest();
      }
    } finally {
      // At once, so that no wish falls into the gap between the last look and this.
      this.#running = null;
    }
    this.#become(null);
    if (obstacle === null || this.#stopping.signal.aborted) return;
    log.warn({}, `Listening to the songs waits: ${obstacle}`);
    this.#retry = setTimeout(() => this.look(), RETRY_MS).unref();
  }

  async #tryToWork(): Promise<string | null> {
    try {
      return await this.#work();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return error.message;
    }
  }

  /** Null when all are done or it may work no longer, else what is in the way. */
  async #work(): Promise<string | null> {
    const { library, clock, log } = this.#options;
    let timeLeft: TimeLeft | null = null;
    const passedOver = new Set<Id>();
    let heard = 0;
    for (;;) {
      // Anew for each batch: songs come and go meanwhile, as the demo pieces do at the owner's first own song.
      const asked = { version: soundVersion, without: this.#options.standIn() };
      let { done, of } = await library.soundCounts(asked);
      timeLeft ??= new TimeLeft({ monotonic: clock.monotonic, done });
      // Those passed over come back in every batch, until a scan has found out about them.
      const limit = BATCH + passedOver.size;
      const songs = await library.awaitingSound({ ...asked, limit });
      const fresh = songs.filter(({ track }) => !passedOver.has(track));
      if (passedOver.size >= MOST_PASSED_OVER)
        return `the files of ${passedOver.size} songs are gone: connect their drive, or have the folders looked through.`;
      if (fresh.length === 0) {
        if (heard === 0) return null;
        log.info({ songs: heard, passedOver: passedOver.size }, "listened to the songs");
        if (heard % SOME !== 0) this.#options.onEstimates();
        return null;
      }
      for (const song of fresh) {
        this.#become(timeLeft.progress(done, Math.max(of, done + 1)));
        await this.#breathe();
        if (!this.#mayWork()) return null;
        const outcome = await this.#listenTo(song);
        if (outcome === "stopped") return null;
        if (outcome === "passed over") passedOver.add(song.track);
        else if (outcome !== "kept") return outcome.obstacle;
        else {
          done++;
          heard++;
          if (heard % SOME === 0) this.#options.onEstimates();
        }
      }
    }
  }

  async #listenTo({
    track,
    path,
    durationMs,
  }: {
    track: Id;
    path: string;
    durationMs: number;
  }): Promise<"kept" | "passed over" | "stopped" | { obstacle: string }> {
    const { library, listener, log } = this.#options;
    for (let attempt = 1; ; attempt++) {
      const heard = await listener.listen(path, durationMs);
      if (this.#stopping.signal.aborted) return "stopped";
      if (heard.is === "gone") return "passed over";
      if (heard.is === "estimated") {
        await library.putSound(track, heard.estimate);
        return "kept";
      }
      if (heard.is === "failed" || (heard.is === "crashed" && attempt === 2)) {
        log.info({ path, reason: heard.reason }, "a song can't be listened to");
        await library.putSound(track, { version: soundVersion, failed: heard.reason });
        return "kept";
      }
      if (heard.is === "unable") return { obstacle: heard.detail };
      // Crashed: once may have been the machine, twice is the file.
    }
  }

  #mayWork(): boolean {
    return !this.#stopping.signal.aborted && this.#options.mayWork();
  }

  /** Until the machine has time for it, at least a moment and at most a minute. */
  async #breathe(): Promise<void> {
    const { clock, isBusy = machineIsBusy, yieldMs = YIELD_MS } = this.#options;
    const from = clock.monotonic();
    let late = await this.#pause(BREATH_MS);
    while ((late > LATE_MS || isBusy()) && this.#mayWork() && clock.monotonic() - from < YIELD_AT_MOST_MS)
      late = await this.#pause(yieldMs);
  }

  /** Answers by how much the loop came late. */
  async #pause(ms: number): Promise<number> {
    const { monotonic } = this.#options.clock;
    const from = monotonic();
    // An abort ends the wait early; who waits looks at the signal.
    await sleep(ms, undefined, { signal: this.#stopping.signal, ref: false }).catch(() => undefined);
    return monotonic() - from - ms;
  }

  #become(progress: Progress | null): void {
    if (progress === null && this.#progress === null) return;
    this.#progress = progress;
    this.#options.onChange();
  }
}

/** More wants to run than there are cores for, by a half; listening itself is one of them. */
function machineIsBusy(): boolean {
  const [lastMinute = 0] = loadavg();
  return lastMinute - 1 > 1.5 * availableParallelism();
}
