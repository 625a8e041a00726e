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

export const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
