import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

// Bash, in a folder of a test's own.

export const root = resolve(import.meta.dirname, "../..");

export let folder: string;

/** For `beforeEach`. */
export function setUp(): void {
  folder = mkdtempSync(join(tmpdir(), "mien-shell-"));
}

/** For `afterEach`. */
export const tearDown = () => rmSync(folder, { recursive: true, force: true });

export function bash(script: string, environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync("bash", ["-euo", "pipefail", "-c", script], {
    cwd: folder,
    env: { ...process.env, ...environment },
    encoding: "utf8",
  });
  return { status, said: stdout, complained: stderr };
}

/** Puts a disk in memory without a free byte in this folder's place; false where this user may mount none. */
export const fill = (path: string) =>
  bash(`mount -t tmpfs -o size=64k tmpfs "${path}"; cat /dev/zero >"${path}/filler" 2>/dev/null || true`)
    .status === 0;

export const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
