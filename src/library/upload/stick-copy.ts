import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { CopyState } from "../../protocol/music-in.ts";
import type { CopyAnswer, CopyFigures, CopyReport, CopyStart } from "./copy-messages.ts";
import type { Landing } from "./landing.ts";

/** A stick that fails is tried again by the kernel for half a minute and more. */
const defaultPatienceMs = 120_000;
const memoryMb = 256;

export interface StickCopyOptions {
  /** Where what is copied comes down. */
  landing: () => Landing;
  /** Whether these sounds are in the library, elsewhere than on this drive. */
  areKnown: (contentHashes: readonly string[], drive: string) => Promise<readonly boolean[]>;
  /** Something new lies in the folder. */
  onCopied: () => void;
  timeLeft: () => { progress(done: number, of: number): { leftMs: number | null } };
  patienceMs?: number;
  keepFreeBytes: number;
}

type Told = Exclude<CopyState, { state: "idle" }>;

/** Copies one drive after the other into the folder for uploads, in a process of its own. */
export class StickCopy {
  readonly #options: StickCopyOptions;
  #state: CopyState = { state: "idle" };
  #child: ChildProcess | null = null;
  #ended: Promise<void> = Promise.resolve();
  #timeLeft: ReturnType<StickCopyOptions["timeLeft"]> | null = null;

  constructor(options: StickCopyOptions) {
    this.#options = options;
  }

  get state(): CopyState {
    return this.#state;
  }

  /** False while another one runs. `into` is the name of the folder that it goes to, `from` a folder on the drive. */
  begin(from: string, into: string, drive = from): boolean {
    if (this.#child) return false;
    const landing = this.#options.landing();
    const { keepFreeBytes } = this.#options;
    const start: CopyStart = { from, uploads: landing.folder, into, run: landing.run, keepFreeBytes };
    this.#timeLeft = null;
    this.#state = {
      state: "looking",
      from,
      to: `${landing.folder}/${into}`,
      files: { done: 0, of: 0, alreadyHere: 0 },
      bytes: { done: 0, of: 0 },
      leftMs: null,
      failures: [],
      failed: 0,
      detail: null,
    };
    this.#run(start, landing, drive);
    return true;
  }

  /** What was copied stays. False where none runs. */
  async cancel(): Promise<boolean> {
    if (!this.#child) return false;
    this.#become({ state: "cancelled", detail: null });
    await this.#end();
    return true;
  }

  stop(): Promise<void> {
    return this.#end();
  }

  async #end(): Promise<void> {
    this.#child?.kill("SIGKILL");
    await this.#ended;
  }

  #run(start: CopyStart, landing: Landing, drive: string): void {
    const child = fork(fileURLToPath(new URL("./copy-main.js", import.meta.url)), [JSON.stringify(start)], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      execArgv: [`--max-old-space-size=${memoryMb}`],
      // Ctrl+C goes to a terminal's whole group; this one is ended by the daemon, in order.
      detached: true,
    });
    this.#child = child;
    const { patienceMs = defaultPatienceMs } = this.#options;
    const patience = setTimeout(() => {
      this.#become({ state: "drive-gone", detail: `The drive did not answer for ${patienceMs / 1000} s.` });
      child.kill("SIGKILL");
    }, patienceMs);
    child.on("message", (report: CopyReport) => {
      patience.refresh();
      if ("asks" in report) void this.#answer(child, report.asks, drive);
      else this.#hear(report);
    });
    this.#ended = new Promise((resolve) => {
      const over = () => {
        clearTimeout(patience);
        child.off("close", over);
        this.#child = null;
        if (this.#isRunning())
          this.#become({ state: "failed", detail: "The copy ended unexpectedly: begin it again." });
        if ("bytes" in this.#state && this.#state.bytes.done > 0) this.#options.onCopied();
        // What it was just writing when it was ended; what can't be removed now is when the daemon starts again.
        landing.clear(child.pid ?? -1).then(resolve, () => resolve());
      };
      child.once("close", over);
      // A fork that fails says so by `error` and may have no `close`; a message to a child that is just dying, too.
      child.on("error", () => {
        child.kill("SIGKILL");
        if (child.pid === undefined && this.#child === child) over();
      });
    });
  }

  async #answer(child: ChildProcess, contentHashes: readonly string[], drive: string): Promise<void> {
    const known = await this.#options.areKnown(contentHashes, drive);
    if (child.connected) child.send({ known } satisfies CopyAnswer);
  }

  #hear(report: Exclude<CopyReport, { asks: readonly string[] }>): void {
    // It was cancelled, or given up, while this was on its way.
    if (!this.#isRunning()) return;
    if (report.state === "copying") this.#timeLeft ??= this.#options.timeLeft();
    const detail = "detail" in report ? report.detail : null;
    this.#become({ ...report.figures, state: report.state, detail, leftMs: this.#leftMs(report) });
  }

  #leftMs({ state, figures }: { state: Told["state"]; figures: CopyFigures }): number | null {
    if (state !== "copying") return null;
    return this.#timeLeft?.progress(figures.bytes.done, figures.bytes.of).leftMs ?? null;
  }

  #isRunning(): boolean {
    return this.#state.state === "looking" || this.#state.state === "copying";
  }

  #become(change: Partial<Told> & Pick<Told, "state">): void {
    if (this.#state.state !== "idle") this.#state = { ...this.#state, ...change };
  }
}
