import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { isListenedTo } from "./process-facts.ts";

/** What comes of a connection that is then kept. */
const knock = (path: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(path);
    onTestFinished(() => void socket.destroy());
    socket.once("connect", () => resolve("taken"));
    socket.on("error", ({ code }: NodeJS.ErrnoException) => resolve(code ?? ""));
  });

test("a process that is stopped still listens when too many wait at its socket, until it has ended", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mien-process-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "a.sock");
  const script = `require("node:net").createServer().listen({ path: ${JSON.stringify(path)}, backlog: 1 }, () => console.log("up"))`;
  const listener = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void listener.kill("SIGKILL"));
  await once(listener.stdout, "data");
  expect(await isListenedTo(path)).toBe(true);
  listener.kill("SIGSTOP");
  await expect.poll(() => knock(path)).toBe("EAGAIN");
  expect(await isListenedTo(path)).toBe(true);
  listener.kill("SIGKILL");
  await once(listener, "exit");
  expect(await isListenedTo(path)).toBe(false);
});

test("nobody listens where there is no socket", async () => {
  expect(await isListenedTo(join(tmpdir(), "mien-nothing-there.sock"))).toBe(false);
});
