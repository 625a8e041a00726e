import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { root } from "./running-daemon.ts";

// What somebody reads who starts Mien by hand, and what is left of it afterwards.

const main = join(root, "dist/src/daemon/main.js");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mien-words-"));
  mkdirSync(join(folder, "run"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the daemon until it has said how it is ended, and ends it so. Answers what it said. */
async function run(command: string, args: readonly string[], environment: Record<string, string> = {}) {
  const child = spawn(command, args, {
    env: { ...process.env, XDG_RUNTIME_DIR: join(folder, "run"), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { stdout: "", stderr: "" };
  const greeted = new Promise<void>((resolve, reject) => {
    for (const stream of ["stdout", "stderr"] as const)
      child[stream].on("data", (text: Buffer) => {
        said[stream] += text;
        if ((said.stdout + said.stderr).includes("Ctrl+C ends Mien.")) resolve();
      });
    child.once("exit", (code) => reject(new Error(`It ended with ${code}: ${said.stdout}${said.stderr}`)));
  });
  const during = await greeted.then(() => readdirSync(join(folder, "run")));
  const ended = once(child, "exit");
  child.kill("SIGINT");
  await ended;
  return { ...said, during };
}

const daemon = ["--max-semi-space-size=1", main, "--demo", "--port", "0", "--output", "null"];

test("where nobody watches, the log is JSON, and the address is said beside it", async () => {
  const { stdout, stderr, during } = await run(process.execPath, [...daemon, "--data", join(folder, "data")]);
  for (const line of stdout.trim().split("\n"))
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), msg: expect.any(String) });
  expect(stderr).toMatch(/^Open http:\/\/127\.0\.0\.1:\d+\/#kiosk=[\w-]{43}$/m);
  // On a machine that is busy the camera and the music come after the words.
  expect(stderr).toMatch(/Camera: (a reel of photographs|still being opened)$/m);
  expect(stderr).toMatch(/Music: .*(the demo pieces|\d+ (demo pieces|songs))/);
  // Its sockets lie there while it runs, and nothing afterwards.
  expect(during).toEqual([expect.stringMatching(/^mien-\d+-[0-9a-f]{12}$/)]);
  expect(readdirSync(join(folder, "run"))).toEqual([]);
});

test("on a terminal the log is in words too", async () => {
  // script gives it a terminal of its own.
  const command = [process.execPath, ...daemon, "--data", join(folder, "data")].join(" ");
  const { stdout } = await run("script", ["-qefc", `exec ${command}`, "/dev/null"], { NO_COLOR: "1" });
  expect(stdout).toMatch(/^\[\d\d:\d\d:\d\d\] INFO: listening/m);
  expect(stdout).not.toMatch(/^\{/m);
  expect(stdout).toMatch(/^Open http:\/\/127\.0\.0\.1:\d+\/#kiosk=[\w-]{43}\r?$/m);
});

test("a start that fails leaves no folder for sockets behind", () => {
  const held = `
    const server = require("node:http").createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      const { status, stderr } = require("node:child_process").spawnSync(process.execPath,
        [${JSON.stringify(main)}, "--data", ${JSON.stringify(join(folder, "data"))}, "--port", String(port)]);
      console.log(status, String(stderr));
      process.exit();
    });`;
  const said = execFileSync(process.execPath, ["-e", held], {
    encoding: "utf8",
    env: { ...process.env, XDG_RUNTIME_DIR: join(folder, "run") },
  });
  expect(said).toMatch(/^1 Port \d+ is in use/);
  expect(existsSync(join(folder, "run"))).toBe(true);
  expect(readdirSync(join(folder, "run"))).toEqual([]);
});
