import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bash, folder, root, setUp, tearDown, write } from "./shell-folder.ts";

// What systemd runs before the daemon and after it.

beforeEach(setUp);
afterEach(tearDown);

const run = (script: string, result = "success") =>
  bash(`"${root}/systemd/${script}"`, { RUNTIME_DIRECTORY: folder, SERVICE_RESULT: result });
const failures = () =>
  existsSync(join(folder, "failures")) ? Number(readFileSync(join(folder, "failures"), "utf8")) : 0;

/** after-stop ends what is in its own control group, which in a test is the test: so it finds that it is in none. */
beforeEach(() => {
  cpSync(join(root, "systemd"), join(folder, "systemd"), { recursive: true });
});
const afterStop = (result: string) =>
  bash(`sed -i 's#/proc/self/cgroup#/dev/null#' systemd/after-stop; systemd/after-stop`, {
    RUNTIME_DIRECTORY: folder,
    SERVICE_RESULT: result,
  });

test("the pauses between starts grow with each crash, and begin anew after an end that was asked for", () => {
  expect(run("before-start")).toMatchObject({ status: 0, said: "" });
  for (const count of [1, 2]) {
    afterStop("watchdog");
    expect(failures()).toBe(count);
  }
  expect(run("before-start").said).toContain("has ended 2 times in a row: the next start in 1 s");
  afterStop("success");
  expect(failures()).toBe(0);
  expect(run("before-start").said).toBe("");
});

test("a daemon that ran for long begins a new count with its crash", () => {
  const upFor = Math.floor(Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]));
  for (const [ranFor, count] of [
    [0, 5],
    [400, 1],
  ] as const) {
    write("failures", "4\n");
    write("started", `${upFor - ranFor}\n`);
    afterStop("signal");
    expect(failures()).toBe(count);
  }
});
