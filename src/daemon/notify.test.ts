import { type ChildProcess, execFileSync, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Notify, serviceStatus } from "./notify.ts";

// systemd's side of the protocol: a Unix datagram socket, which Node does not have.
const listener = `
import socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); s.bind(sys.argv[1]); print('[]', flush=True)
import json
while True: print(json.dumps(s.recv(4096).decode().split('\\n')), flush=True)
`;

let folder: string;
let systemd: ChildProcess;
let daemon: ChildProcess | undefined;
/** The assignments of each datagram. */
let heard: string[][];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "mien-notify-"));
  heard = [];
  systemd = spawn("python3", ["-c", listener, join(folder, "notify")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: systemd.stdout as NodeJS.ReadableStream });
  await once(lines, "line");
  lines.on("line", (line) => heard.push(JSON.parse(line)));
});

afterEach(async () => {
  daemon?.kill("SIGKILL");
  daemon = undefined;
  systemd.kill("SIGKILL");
  await once(systemd, "exit");
  rmSync(folder, { recursive: true, force: true });
});

function start(environment: Record<string, string> = {}, stderr: "inherit" | "pipe" = "inherit"): void {
  daemon = fork(join(import.meta.dirname, "notify-stand-in-main.js"), {
    env: { ...process.env, NOTIFY_SOCKET: join(folder, "notify"), ...environment },
    stdio: ["ignore", "ignore", stderr, "ipc"],
  });
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (const begun = performance.now(); !holds(); await delay(10))
    if (performance.now() - begun > 60_000)
      throw new Error(`Waited for ${what}; heard ${JSON.stringify(heard)}.`);
}

/** Resolves when all that was sent by now has been heard. */
async function allIsHeard(): Promise<void> {
  const mark = `MARK=${Math.random()}`;
  const send =
    "import socket, sys; socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(sys.argv[2].encode(), sys.argv[1])";
  execFileSync("python3", ["-c", send, join(folder, "notify"), mark]);
  await until("the mark", () => heard.some(([first]) => first === mark));
}

const signsOfLife = () => heard.filter(([first]) => first === "WATCHDOG=1").length;

test("systemd hears that the daemon is ready, with a status of one line whatever is in it", async () => {
  start();
  await until("READY", () => heard.length > 0);
  expect(heard).toEqual([["READY=1", "STATUS=first line WATCHDOG=trigger"]]);
});

test("the watchdog is fed three times within its limit, and no longer once the loop hangs", async () => {
  start({ WATCHDOG_USEC: "600000" });
  await until("signs of life", () => signsOfLife() >= 3);
  expect(heard.at(-1)).toEqual(["WATCHDOG=1", "STATUS=second line"]);

  const hanging = once(daemon as ChildProcess, "message");
  daemon?.send("hang");
  await hanging;
  await allIsHeard();
  const before = signsOfLife();
  // Twice its limit, in which it would have been fed six times.
  await delay(1200);
  await allIsHeard();
  expect(signsOfLife()).toBe(before);
});

test("a watchdog that is meant for another process is not fed", async () => {
  start({ WATCHDOG_USEC: "60000", WATCHDOG_PID: "1" });
  await until("READY", () => heard.length > 0);
  await delay(300);
  expect(heard.length).toBe(1);
});

test("systemd hears of an end that was asked for, and nothing holds the process", async () => {
  start({ WATCHDOG_USEC: "600000" });
  await until("READY", () => heard.length > 0);
  const ended = once(daemon as ChildProcess, "exit");
  daemon?.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  await until("STOPPING", () => heard.at(-1)?.[0] === "STOPPING=1");
});

test("a systemd that can't be told is complained of, and the work goes on", async () => {
  start({ NOTIFY_SOCKET: join(folder, "nowhere"), WATCHDOG_USEC: "300000" }, "pipe");
  let complaints = "";
  daemon?.stderr?.on("data", (chunk) => {
    complaints += chunk;
  });
  await until("complaints", () => complaints.split("can't be told").length > 2);
  expect(complaints).toContain("ENOENT");
  expect(daemon?.exitCode).toBe(null);
});

test("without systemd nothing is loaded and nothing is said", async () => {
  const notify = Notify.open({
    environment: { WATCHDOG_USEC: "1000" },
    pid: 1,
    status: () => "",
    log: { warn: () => undefined },
  });
  notify.ready();
  notify.stopping();
  notify.stop();
});

test("the status tells the address, what plays, and which parts are not well", () => {
  const wrong = { detail: "", since: 0, retryAt: null };
  const state = {
    player: { actual: { state: "idle" } },
    health: {
      camera: { state: "down", reason: "camera-absent", ...wrong },
      vision: { state: "ok" },
      player: { state: "degraded", reason: "output-missing", ...wrong },
      library: { state: "starting" },
      store: { state: "off" },
    },
  } as unknown as Parameters<typeof serviceStatus>[1];
  expect(serviceStatus("http://127.0.0.1:7373", state)).toBe(
    "http://127.0.0.1:7373 idle; camera down (camera-absent); player degraded (output-missing)",
  );
});
