import { rmSync } from "node:fs";
import type { Health, HealthReason } from "../../protocol/health.ts";
import type { Actor } from "../../protocol/people.ts";
import type { EpochMs, MonotonicMs } from "../../protocol/time.ts";
import type {
  CameraKind,
  CameraStatus,
  ModelInUse,
  Observation,
  VisionConfig,
  VisionReport,
  VisionStats,
} from "../../protocol/vision.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { withoutSecrets } from "../without-secrets.ts";
import { restAfterDeath } from "./rest-after-death.ts";
import { type VisionExit, VisionProcess } from "./vision-process.ts";

/** A wrong model or a missing cascade does not mend itself; it is looked at again at this pace. */
const FAULT_RETRY_MS = 60_000;
const SHUTDOWN_MS = 1_000;
/** A device that is busy being opened or read may keep vision from closing it; the end of the process does not wait. */
const CLOSE_MS = 2_000;

/** Who closes the camera at closing time. */
const schedule: Actor = { kind: "schedule" };

export interface VisionSupervisorOptions {
  /** The compiled main file of vision. */
  entry: string;
  modelsFolder: string;
  /** Where `npm run choose-model` notes which model file is faster here; absent, the model's own preference holds. */
  modelChoice?: string;
  /** Where vision shows its pictures to whoever aims the camera; nowhere unless told. */
  previewSocket?: string;
  /** What its process is to find there; what this one does unless told. */
  environment?: () => NodeJS.ProcessEnv;
  config: VisionConfig;
  clock: Clock;
  log: Log;
  onObservation: (observation: Observation) => void;
  /** What the camera says of itself, at the moment it says it; passwords in its address are left out. */
  onCamera: (status: CameraStatus) => void;
  /** Health, camera status or stats are other than before. */
  onChange: () => void;
}

/** Keeps one vision process alive, tells it what to do, and knows how it and the camera are. */
export class VisionSupervisor {
  readonly #options: VisionSupervisorOptions;
  #config: VisionConfig;
  #process: VisionProcess | null = null;
  #restart: NodeJS.Timeout | undefined;
  #deaths: readonly MonotonicMs[] = [];
  #stopped = true;
  #switchedOffBy: Actor | null = null;
  /** It is closed, so nobody is read. */
  #rests = false;
  /** An admin aims the camera all the same: it is open, and what it sees is told to nobody else. */
  #aimed = false;
  #visionHealth: Health = { state: "starting" };
  #cameraHealth: Health = { state: "starting" };
  #status: CameraStatus | null = null;
  #kind: CameraKind | null = null;
  #stats: VisionStats | null = null;
  #model: ModelInUse | null = null;
  #restarts = 0;
  /** Why the process is about to end, in its own words, which fit better than "it crashed". */
  #lastWords: "fault" | "camera-stuck" | "switched-off" | null = null;
  #closing: NodeJS.Timeout | undefined;

  constructor(options: VisionSupervisorOptions) {
    this.#options = options;
    this.#config = options.config;
  }

  get visionHealth(): Health {
    return this.#visionHealth;
  }

  get cameraHealth(): Health {
    const by = this.#switchedOffBy ?? (this.#isShut ? schedule : null);
    return by ? { state: "off", by } : this.#cameraHealth;
  }

  /** A person wants it so, or the law does; a camera that rests is no such one. */
  get isSwitchedOff(): boolean {
    return this.#switchedOffBy !== null;
  }

  /** While it is closed. */
  get rests(): boolean {
    return this.#rests;
  }

  get status(): CameraStatus | null {
    return this.#status;
  }

  /** What sort of camera it is, or was when something was last heard of it: its cure goes by that. */
  get cameraKind(): CameraKind | null {
    return this.#kind;
  }

  get stats(): VisionStats | null {
    return this.#stats;
  }

  get model(): ModelInUse | null {
    return this.#model;
  }

  get restarts(): number {
    return this.#restarts;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  start(): void {
    this.#stopped = false;
    this.#fork();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#restart);
    const running = this.#process;
    if (!running) return;
    await new Promise<void>((resolve) => {
      const force = setTimeout(() => running.kill(), SHUTDOWN_MS);
      this.#onStopped = () => {
        clearTimeout(force);
        resolve();
      };
      running.send({ type: "shutdown" });
    });
  }
  #onStopped: () => void = () => undefined;

  configure(config: VisionConfig): void {
    if (config.source !== this.#config.source) this.#kind = null;
    this.#config = config;
    this.#process?.send({ type: "configure", config });
  }

  /** Anyone may switch the camera off; the device is closed at once, if need be by ending who holds it. */
  switchCamera(on: boolean, by: Actor): void {
    if (on && this.#switchedOffBy === null) return;
    const wasShut = this.#isShut;
    this.#switchedOffBy = on ? null : by;
    this.#options.log.info({ on, by: by.kind }, "camera switched");
    this.#follow(wasShut);
  }

  /**
   * While it is closed nobody is read: the device is closed, and vision waits. `aimed` opens it for an admin who looks
   * through it meanwhile.
   */
  rest(rests: boolean, aimed: boolean): void {
    if (rests === this.#rests && aimed === this.#aimed) return;
    const wasShut = this.#isShut;
    if (rests !== this.#rests) this.#options.log.info({ rests }, rests ? "camera rests" : "camera wakes");
    this.#rests = rests;
    this.#aimed = aimed;
    this.#follow(wasShut);
  }

  get #isShut(): boolean {
    return this.#switchedOffBy !== null || (this.#rests && !this.#aimed);
  }

  /** The device goes the way of what is wanted of it. */
  #follow(wasShut: boolean): void {
    const isShut = this.#isShut;
    if (isShut !== wasShut) {
      // What was known of it was before it was closed.
      this.#cameraHealth = { state: "starting" };
      this.#process?.send({ type: isShut ? "close" : "open" });
      clearTimeout(this.#closing);
      if (isShut && this.#process) this.#closing = setTimeout(() => this.#closeByForce(), CLOSE_MS);
    }
    this.#options.onChange();
  }

  #closeByForce(): void {
    this.#lastWords = "switched-off";
    this.#process?.kill();
  }

  #fork(): void {
    this.#visionHealth = { state: "starting" };
    this.#lastWords = null;
    const { entry, modelChoice, modelsFolder, previewSocket, environment } = this.#options;
    this.#process = new VisionProcess({
      entry,
      arguments: [
        ...(modelChoice ? ["--choice", modelChoice] : []),
        ...(previewSocket ? ["--preview", previewSocket] : []),
        ...["--models", modelsFolder],
      ],
      environment: environment?.(),
      onReport: (report) => this.#hear(report),
      onExit: (exit) => this.#bury(exit),
    });
    this.#options.log.info({ pid: this.#process.pid }, "vision forked");
    this.#options.onChange();
  }

  #hear(report: VisionReport): void {
    switch (report.type) {
      case "ready":
        this.#visionHealth = { state: "ok" };
        this.#model = report.model;
        this.#options.log.info(report.model, "vision ready");
        this.#process?.send({ type: "configure", config: this.#config });
        if (!this.#isShut) this.#process?.send({ type: "open" });
        break;
      case "camera":
        this.#hearCamera(toldOf(report.status));
        break;
      case "observation":
        if (!this.#isShut && !this.#rests) this.#options.onObservation(report.observation);
        return;
      case "stats":
        this.#stats = report.stats;
        break;
      case "fault":
        this.#lastWords = "fault";
        this.#visionHealth = this.#ill(report.reason, report.detail, FAULT_RETRY_MS);
        this.#options.log.error({ reason: report.reason }, report.detail);
        break;
    }
    this.#options.onChange();
  }

  #hearCamera(status: CameraStatus): void {
    this.#status = status;
    if (status.state !== "closed") this.#kind = status.kind;
    if (status.state === "closed") clearTimeout(this.#closing);
    if (status.state === "looking") {
      this.#cameraHealth = { state: "ok" };
      this.#options.log.info({ source: status.source, kind: status.kind }, "camera looking");
    } else if (status.state === "down") {
      if (status.reason === "camera-stuck") this.#lastWords = "camera-stuck";
      const before = this.#cameraHealth.state === "down" ? this.#cameraHealth : null;
      this.#cameraHealth = this.#ill(status.reason, status.detail, status.retryInMs, before?.since);
      // Tries go on for as long as the camera is away, which may be for good: only the first one is an event.
      if (before?.reason !== status.reason)
        this.#options.log.warn(
          { reason: status.reason, kind: status.kind, retryInMs: status.retryInMs },
          status.detail,
        );
    }
    this.#options.onCamera(status);
  }

  #bury(exit: VisionExit): void {
    clearTimeout(this.#closing);
    this.#process = null;
    // Its own end does not take it along.
    if (this.#options.previewSocket) rmSync(this.#options.previewSocket, { force: true });
    this.#stats = null;
    this.#status = null;
    if (this.#stopped) {
      this.#onStopped();
      return;
    }

    this.#restarts++;
    const rest = restAfterDeath(this.#deaths, this.#options.clock.monotonic());
    this.#deaths = rest.deaths;
    const waitMs = this.#lastWords === "fault" ? FAULT_RETRY_MS : rest.waitMs;
    if (this.#lastWords !== "camera-stuck") this.#cameraHealth = { state: "starting" };
    if (this.#lastWords === "switched-off") this.#visionHealth = { state: "starting" };
    if (this.#lastWords === null) this.#visionHealth = this.#ill(...describe(exit), waitMs);
    this.#options.log.warn({ ...exit, waitMs, resting: rest.resting }, "vision ended");
    this.#restart = setTimeout(() => this.#fork(), waitMs);
    this.#options.onChange();
  }

  #ill(
    reason: HealthReason,
    detail: string,
    retryInMs: number,
    since: EpochMs = this.#options.clock.now(),
  ): Health {
    return { state: "down", reason, detail, since, retryAt: this.#options.clock.now() + retryInMs };
  }
}

/** An address of a camera may hold a password. */
function toldOf(status: CameraStatus): CameraStatus {
  if (status.state === "closed") return status;
  const told = { ...status, source: withoutSecrets(status.source) };
  return told.state === "down" ? { ...told, detail: withoutSecrets(told.detail) } : told;
}

function describe(exit: VisionExit): ["vision-silent" | "vision-crashed", string] {
  if (exit.how === "silent")
    return ["vision-silent", "Vision said nothing for 5 seconds and was ended; it starts again."];
  const how = exit.signal ? `by ${exit.signal}` : `with code ${exit.code}`;
  return ["vision-crashed", `Vision ended ${how}; it starts again by itself.`];
}
