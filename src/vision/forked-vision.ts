import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type {
  CameraStatus,
  Observation,
  VisionConfig,
  VisionReport,
  VisionRequest,
} from "../protocol/vision.ts";
import { usualConfig } from "./usual-config.ts";

export const modelsFolder = join(import.meta.dirname, "../../../models");

/** For tests, benches and recordings: the real process, as the daemon forks it, and all that it has said. */
export class ForkedVision {
  readonly reports: VisionReport[] = [];
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; signal: string | null }>;
  #waiting: (() => void)[] = [];

  constructor(
    options: {
      models?: string;
      choice?: string;
      preview?: string;
      environment?: Record<string, string | undefined>;
    } = {},
  ) {
    const main = join(import.meta.dirname, "main.js");
    const choice = options.choice ? ["--choice", options.choice] : [];
    const preview = options.preview ? ["--preview", options.preview] : [];
    this.child = fork(main, [...choice, ...preview, "--models", options.models ?? modelsFolder], {
      env: { ...process.env, ...options.environment },
    });
    this.child.on("message", (report: VisionReport) => {
      this.reports.push(report);
      for (const look of this.#waiting) look();
    });
    this.ended = new Promise((resolve) => {
      this.child.once("exit", (code, signal) => resolve({ code, signal }));
    });
  }

  send(request: VisionRequest): void {
    this.child.send(request);
  }

  /** Configures and opens. */
  open(config: Partial<VisionConfig>): void {
    this.send({ type: "configure", config: { ...usualConfig, ...config } });
    this.send({ type: "open" });
  }

  get statuses(): CameraStatus[] {
    return this.reports.flatMap((report) => (report.type === "camera" ? [report.status] : []));
  }

  get observations(): Observation[] {
    return this.reports.flatMap((report) => (report.type === "observation" ? [report.observation] : []));
  }

  /** Resolves when it holds, after whichever report; rejects when vision ends before. */
  async until(what: string, holds: () => boolean): Promise<void> {
    const held = new Promise<boolean>((resolve) => {
      const look = (): void => {
        if (!holds()) return;
        this.#waiting = this.#waiting.filter((other) => other !== look);
        resolve(true);
      };
      this.#waiting.push(look);
      look();
    });
    const ended = this.ended.then(() => holds());
    if (!(await Promise.race([held, ended]))) throw new Error(`Vision ended before ${what}.`);
  }

  /** Resolves when it has gone. */
  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await this.ended;
  }
}
