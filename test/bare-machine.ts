import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect } from "vitest";

// A machine with nothing on it but Debian's smallest tools, for the scripts that install everything else.

export const root = resolve(import.meta.dirname, "../..");

/** What the scripts need of any Debian; everything else is given by the tests. */
const everywhere =
  "awk bash cat cmp cp cut df dirname env find flock grep head id mkdir nice nproc renice rm sed sha256sum sort tail tr wc xargs".split(
    " ",
  );

/** Where the test's programs and their records are, and the copy of the project. */
export let folder: string;
export let project: string;

/**
 * For `beforeEach`: each script runs in a copy of the project with nothing installed, and finds only the programs that a
 * test gives it.
 */
export function setUp(): void {
  folder = mkdtempSync(join(tmpdir(), "mien-scripts-"));
  project = join(folder, "project");
  mkdirSync(join(folder, "bin"));
  mkdirSync(project);
  cpSync(join(root, "scripts"), join(project, "scripts"), { recursive: true });
  for (const name of ["package.json", "package-lock.json"]) cpSync(join(root, name), join(project, name));
  for (const name of everywhere) symlinkSync(join("/usr/bin", name), join(folder, "bin", name));
  giveNode("20.19.0");
  give("npm", "echo 'npm error code ENOTFOUND' ; exit 1");
  give("apt-get", "exit 100");
  giveInstalledPackages(true);
}

/** For `afterEach`. */
export const tearDown = () => rmSync(folder, { recursive: true, force: true });

/** A program in the test's own PATH that keeps a record of its calls. */
export function give(name: string, body: string): void {
  const path = join(folder, "bin", name);
  rmSync(path, { force: true });
  writeFileSync(path, `#!/bin/bash\necho "$*" >>"${folder}/${name}.calls"\n${body}\n`, { mode: 0o755 });
}

export const takeAway = (name: string) => rmSync(join(folder, "bin", name));

export function calls(name: string): string[] {
  const path = join(folder, `${name}.calls`);
  return existsSync(path) ? readFileSync(path, "utf8").trim().split("\n") : [];
}

export function giveNode(version: string, arch = "x64"): void {
  give("node", `[[ $1 == -p ]] && echo "${version} 115 ${arch} /opt/node/bin/node"`);
}

/** dpkg-query answers for every package that it is asked for, or for none. */
export function giveInstalledPackages(all: boolean): void {
  give("dpkg-query", all ? `for name in "\${@:3}"; do echo "installed $name"; done` : "exit 1");
}

export const giveUser = (id: number) => give("id", `echo ${id}`);

export function run(script: "start" | "test", ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(join(project, "scripts", script), args, {
    env: { PATH: join(folder, "bin"), HOME: folder },
    input: "",
    encoding: "utf8",
  });
  return { status, said: stdout, complained: stderr };
}

/** One sentence on stderr, and nothing else there. */
export function complaint(script: "start" | "test" = "start", ...args: string[]): string {
  const { status, complained } = run(script, ...args);
  expect({ status, lines: complained.trim().split("\n").length }).toEqual({ status: 1, lines: 1 });
  return complained;
}
