import { type ChildProcess, fork } from "node:child_process";
import type { VisionReport, VisionRequest } from "../../protocol/vision.ts";

/** Vision says something every second; this long without a word and it hangs. */
const SILENCE_MS = 5_000;
/** Loading OpenCV and the model from a cold SD card takes its time. */
const START_MS = 30_000;

export type VisionExit =
  | { how: "silent" }
  | { how: "died"; code: number | null; signal: NodeJS.Signals | null };

/**
 * One vision process from its fork to its end. Native code that hangs or crashes takes only this process with it,
 * and pixels never leave it.
 */
export class VisionProcess {
  readonly #child: ChildProcess;
  readonly #onReport: (report: VisionReport) => void;
  #deadline: NodeJS.Timeout | undefined;
  #silent = false;

  constructor(options: {
    entry: string;
    arguments: readonly string[];
    environment?: NodeJS.ProcessEnv | undefined;
    onReport: (report: VisionReport) => void;
    onExit: (exit: VisionExit) => void;
  }) {
    this.#onReport = options.onReport;
    this.#child = fork(options.entry, [...options.arguments], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      // Ctrl+C goes to a terminal's whole group; this one is ended by the daemon, in order.
      detached: true,
      env: options.environment,
    });
    this.#child.on("message", (message) => this.#hear(message as VisionReport));
    // A fork that fails says so by `error` and has no `exit`; a message to a child that is just dying, too.
    this.#child.on("error", () => this.kill());
    this.#child.once("close", (code, signal) => {
      clearTimeout(this.#deadline);
      options.onExit(this.#silent ? { how: "silent" } : { how: "died", code, signal });
    });
    this.#expectWordWithin(START_MS);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  send(request: VisionRequest): void {
    if (this.#child.connected) this.#child.send(request);
  }

  /** SIGKILL: it works on a stopped process and on one stuck in native code. */
  kill(): void {
    this.#child.kill("SIGKILL");
  }

  #hear(report: VisionReport): void {
    const opening =
      report.type === "camera" && report.status.state === "opening" ? report.status.mayTakeMs : 0;
    this.#expectWordWithin(SILENCE_MS + opening);
    this.#onReport(report);
  }

  #expectWordWithin(ms: number): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => {
      this.#silent = true;
      this.kill();
    }, ms);
  }
}
