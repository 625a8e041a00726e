import { mkdir } from "node:fs/promises";
import type { Silence } from "../devices/why-silent.ts";
import type { Output } from "../output.ts";
import { within } from "../within.ts";
import { MpvInstance } from "./mpv-instance.ts";
import { type MpvStart, startMpv } from "./mpv-start.ts";

export type Started = Awaited<ReturnType<Output["start"]>>;

export interface MpvStarterOptions extends MpvStart {
  log: { info(o: object, msg: string): void; warn(o: object, msg: string): void };
}

/** Why it can't be heard; null where it can. */
export type Ask = (instance: MpvInstance, options: MpvStart) => Promise<Silence | null>;

const overtaken: Started = {
  ok: false,
  reason: "mpv-gone",
  detail: "mpv was stopped before it was ready",
};

/** Giving up waits no longer for a start that was under way. */
const settleMs = 1_000;

/** Brings up an mpv that can be heard. A start that a stop or another start has overtaken ends what it brought up. */
export class MpvStarter {
  readonly #options: MpvStarterOptions;
  /** Counts up with each start and each time that they are given up. */
  #turns = 0;
  #starting: Promise<unknown> = Promise.resolve();
  /** Runs, and is not known to be heard yet. */
  #asked: MpvInstance | null = null;

  constructor(options: MpvStarterOptions) {
    this.#options = options;
  }

  /** After what was before has ended. */
  start({
    after,
    ask,
    ready,
  }: {
    after: Promise<void>;
    ask: Ask;
    ready: (instance: MpvInstance) => void;
  }): Promise<Started> {
    this.#turns += 1;
    const mine = this.#turns;
    const started = after.then(() => this.#start(ask, ready, () => this.#turns === mine));
    this.#starting = started.catch(() => undefined);
    return started;
  }

  /** Comes back soon: what takes longer ends by itself as soon as it is up. */
  async giveUp(): Promise<void> {
    this.#turns += 1;
    const starting = this.#starting;
    await this.#asked?.end();
    await within(starting, settleMs, undefined);
  }

  async #start(ask: Ask, ready: (instance: MpvInstance) => void, wanted: () => boolean): Promise<Started> {
    if (!wanted()) return overtaken;
    const { audioDevice, socketDir, log } = this.#options;
    try {
      await mkdir(socketDir, { recursive: true, mode: 0o700 });
      const instance = await startMpv(this.#options);
      if (!(instance instanceof MpvInstance)) return { ok: false, ...instance };
      const mustAsk = audioDevice !== "null" && instance.adopted === null;
      this.#asked = instance;
      const fault = mustAsk && wanted() ? await ask(instance, this.#options) : null;
      this.#asked = null;
      if (fault !== null || instance.over || !wanted()) {
        await instance.end();
        return (wanted() && fault) || overtaken;
      }
      ready(instance);
      log.info({ pid: instance.pid, audioDevice, adopted: instance.adopted !== null }, "mpv is ready");
      return { ok: true };
    } catch (error) {
      // What the file system refuses is expected; anything else is a bug.
      if (!(error instanceof Error && "syscall" in error)) throw error;
      const detail = `${socketDir} can't be used for mpv's socket: ${String(error)}`;
      return { ok: false, reason: "mpv-gone", detail };
    }
  }
}
