import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import WebSocket from "ws";
import type { Command, ServerMessage } from "../src/protocol/messages.ts";
import type { AppState } from "../src/protocol/state.ts";

export const root = resolve(import.meta.dirname, "../..");
const main = join(root, "dist/src/daemon/main.js");

/** Milliseconds of the test's own clock, for saying when something was seen. */
export interface Seen {
  at: number;
  state: AppState;
}

/** The real daemon as a process of its own, followed over its socket as a page would. */
export class RunningDaemon {
  readonly url: string;
  readonly dataFolder: string;
  /** Every state that was pushed, oldest first. */
  readonly history: Seen[] = [];
  /** The daemon's log, parsed. */
  readonly log: Record<string, unknown>[];
  readonly #process: ChildProcess;
  readonly #socket: WebSocket;
  #cookie: string | null = null;
  #waiting: (() => void)[] = [];

  private constructor(options: {
    url: string;
    dataFolder: string;
    log: Record<string, unknown>[];
    process: ChildProcess;
  }) {
    this.url = options.url;
    this.dataFolder = options.dataFolder;
    this.log = options.log;
    this.#process = options.process;
    this.#socket = new WebSocket(`${options.url.replace("http", "ws")}/ws?seat=kiosk`);
    this.#socket.on("message", (data) => this.#hear(JSON.parse(data.toString())));
  }

  static async start(
    args: readonly string[],
    options: {
      dataFolder?: string;
      /** For Node itself. */
      nodeArguments?: readonly string[];
      environment?: NodeJS.ProcessEnv;
      /** What starts it in place of the system: a program that becomes it, with its arguments. */
      by?: readonly [string, ...string[]];
      /** Where it is told that it stands as it is set up, before which no camera is opened; null leaves that to the test. */
      stands?: "home" | null;
    } = {},
  ): Promise<RunningDaemon> {
    const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), "mien-test-")));
    const [program, ...before] = [...(options.by ?? []), process.execPath] as [string, ...string[]];
    const child = spawn(
      program,
      [
        ...before,
        "--max-semi-space-size=1",
        ...(options.nodeArguments ?? []),
        main,
        "--port",
        "0",
        "--data",
        dataFolder,
        ...args,
      ],
      {
        stdio: ["ignore", "pipe", "pipe"],
        // As mien.service has it.
        env: {
          ...process.env,
          UV_THREADPOOL_SIZE: "32",
          XDG_RUNTIME_DIR: dataFolder,
          ...options.environment,
        },
      },
    );
    const log: Record<string, unknown>[] = [];
    let complaints = "";
    child.stderr?.on("data", (chunk) => {
      complaints += chunk;
    });
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    const url = await new Promise<string>((resolve, reject) => {
      child.once("exit", (code) => reject(new Error(`The daemon ended with code ${code}: ${complaints}`)));
      lines.on("line", (line) => {
        const entry = JSON.parse(line);
        log.push(entry);
        if (entry.msg === "listening") resolve(entry.address);
      });
    });
    const daemon = new RunningDaemon({ url, dataFolder, log, process: child });
    try {
      await daemon.until("a first state", () => true);
      if (args.includes("--camera") && options.stands !== null) await daemon.#setUp();
    } catch (error) {
      await daemon.stop({ keepData: true });
      throw error;
    }
    return daemon;
  }

  get pid(): number {
    return this.#process.pid as number;
  }

  /** What makes a browser the appliance's own screen, at `/#kiosk=`; it is good for one of them. */
  get kioskCode(): string {
    const folder = readdirSync(this.dataFolder).find((name) => name.startsWith("mien-")) ?? "";
    return readFileSync(join(this.dataFolder, folder, "kiosk-code"), "utf8").trim();
  }

  /** What the browser of the admin sends along who set it up; until then the machine itself is the owner's. */
  get admin(): Record<string, string> {
    return this.#cookie === null ? {} : { cookie: this.#cookie, origin: this.url };
  }

  get state(): AppState {
    const newest = this.history.at(-1);
    if (!newest) throw new Error("Nothing was heard from the daemon yet.");
    return newest.state;
  }

  /**
   * Resolves with the state of now or the first one after it that fits, however short it lasts; names what it waited for
   * where none does. The limit is for what would hang, and says nothing of how long something may take.
   */
  async until(what: string, fits: (state: AppState) => boolean, timeoutMs = 120_000): Promise<Seen> {
    const deadline = performance.now() + timeoutMs;
    for (let next = Math.max(0, this.history.length - 1); ; ) {
      for (; next < this.history.length; next++) {
        const seen = this.history[next];
        if (seen && fits(seen.state)) return seen;
      }
      const newest = this.history.at(-1);
      const left = deadline - performance.now();
      if (left <= 0)
        throw new Error(`Waited ${timeoutMs} ms for ${what}. The state is ${JSON.stringify(newest?.state)}`);
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        timer = setTimeout(resolve, left);
        this.#waiting.push(resolve);
      });
      clearTimeout(timer);
    }
  }

  async get<T>(path: string): Promise<T> {
    const answer = await fetch(this.url + path, { headers: this.admin });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  async command(command: Command): Promise<void> {
    await this.#send("POST", "/api/commands", command);
  }

  async set(settings: Record<string, unknown>): Promise<void> {
    await this.#send("PATCH", "/api/settings", settings);
  }

  /** SIGTERM, as systemd would; answers the exit code. What the data folder held is removed unless told otherwise. */
  async stop(options: { keepData?: boolean } = {}): Promise<number | null> {
    this.#socket.terminate();
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      this.#process.kill("SIGTERM");
      await once(this.#process, "exit");
    }
    if (!options.keepData) await rm(this.dataFolder, { recursive: true, force: true });
    return this.#process.exitCode;
  }

  /** It ends by itself; answers the exit code. */
  async ended(): Promise<number | null> {
    if (this.#process.exitCode === null && this.#process.signalCode === null)
      await once(this.#process, "exit");
    this.#socket.terminate();
    return this.#process.exitCode;
  }

  /** SIGKILL: nothing is done any more. What it left behind stays for the next one. */
  async crash(): Promise<void> {
    this.#socket.terminate();
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    this.#process.kill("SIGKILL");
    await once(this.#process, "exit");
  }

  #hear(message: ServerMessage): void {
    if (message.type === "rejected") return;
    const state = message.type === "snapshot" ? message.state : { ...this.state, ...message.sections };
    this.history.push({ at: performance.now(), state });
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Once for a data folder; with the next daemon the same admin signs in. */
  async #setUp(): Promise<void> {
    const { isNeeded } = await this.get<{ isNeeded: boolean }>("/api/setup");
    const admin = { name: "Olga", passphrase: "correct horse battery" };
    const answer = isNeeded
      ? await this.#send("POST", "/api/setup", { admin, stands: "home", place: "Mien" })
      : await this.#send("POST", "/api/session", admin);
    this.#cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? null;
  }

  async #send(method: string, path: string, body: object): Promise<Response> {
    const answer = await fetch(this.url + path, {
      method,
      headers: { "content-type": "application/json", ...this.admin },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  }
}
