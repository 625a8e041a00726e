import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { RtspThread } from "../src/vision/testing-rtsp-thread.ts";
import { root } from "./running-daemon.ts";

let folder: string;
let camera: RtspThread;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "mien-password-"));
  camera = await RtspThread.start({ by: "digest", name: "viewer-7", password: "s3cret" });
});
afterEach(async () => {
  await camera.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ["right", "s3cret", "looking"],
  ["wrong", "s3cret-and-wrong", "camera-unreadable"],
])("a network camera's password is said nowhere, be it %s", async (_, password, outcome) => {
  const main = join(root, "dist/src/daemon/main.js");
  const source = `rtsp://viewer-7:${password}@127.0.0.1:${camera.port}/stream?token=s3cret`;
  const daemon = spawn(
    process.execPath,
    [main, "--data", join(folder, "data"), "--port", "0", "--output", "null", "--camera", source],
    { env: { ...process.env, XDG_RUNTIME_DIR: folder, MIEN_LOG_LEVEL: "trace" } },
  );
  let said = "";
  for (const stream of [daemon.stdout, daemon.stderr])
    stream.on("data", (text: Buffer) => {
      said += text;
    });
  // All of what whoever started it reads, the words at the end among them.
  await expect.poll(() => said).toContain("Ctrl+C ends Mien.");
  const address = said.match(/Open (http:[^\s#]+)/)?.[1];
  const admin = { name: "Olga", passphrase: "correct horse battery" };
  await fetch(`${address}api/setup`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ admin, stands: "home", place: "Mien" }),
  });
  await expect.poll(() => said).toContain(outcome);
  for (const path of ["/api/state", "/api/health", "/api/settings"])
    said += await (await fetch(new URL(path, address))).text();
  daemon.kill("SIGTERM");
  await once(daemon, "exit");
  expect(said).toContain(`rtsp://127.0.0.1:${camera.port}/stream`);
  expect(said).not.toContain("s3cret");
  expect(said).not.toContain("viewer-7");
});
