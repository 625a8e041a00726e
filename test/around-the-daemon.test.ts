import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { startsIn } from "../src/daemon/starts.ts";
import { bash, fill, folder, root, setUp, tearDown, write } from "./shell-folder.ts";

// What systemd runs before the daemon and after it.

beforeEach(setUp);
afterEach(tearDown);

const run = (script: string, result = "success") =>
  bash(`"${root}/systemd/${script}"`, { RUNTIME_DIRECTORY: folder, SERVICE_RESULT: result });
const failures = () =>
  existsSync(join(folder, "failures")) ? Number(readFileSync(join(folder, "failures"), "utf8")) : 0;

/** after-stop ends what is in its own control group, which in a test is the test: so it is told of another one. */
beforeEach(() => {
  cpSync(join(root, "systemd"), join(folder, "systemd"), { recursive: true });
  mkdirSync(join(folder, "bin"));
  mkdirSync(join(folder, "cgroup/mien"), { recursive: true });
  bash(
    `sed -i 's#/proc/self/cgroup#${folder}/group#; s#/sys/fs/cgroup#${folder}/cgroup#' systemd/after-stop`,
  );
  write("group", "0::/mien\n");
  write("cgroup/mien/cgroup.procs", "");
  systemdIsToDo("");
  startMayTake(null);
});
const afterStop = (result: string) =>
  bash("systemd/after-stop", {
    RUNTIME_DIRECTORY: folder,
    SERVICE_RESULT: result,
    PATH: `${folder}/bin:${process.env.PATH}`,
  });

/** What systemd says of its queue meanwhile. */
function systemdIsToDo(line: string): void {
  write("bin/systemctl", `#!/bin/sh\n[ "$*" = "list-jobs --no-legend mien.service" ] && echo "${line}"\n`);
  chmodSync(join(folder, "bin/systemctl"), 0o755);
}

/** What systemd says of TimeoutStartSec, in millionths of a second; null where it says nothing. */
function startMayTake(micros: number | bigint | null): void {
  write("bin/busctl", `#!/bin/sh\n${micros === null ? "exit 1" : `echo "t ${micros}"`}\n`);
  chmodSync(join(folder, "bin/busctl"), 0o755);
}

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

test("a folder in memory without a free byte keeps neither the daemon from its start nor what it left from its end", ({
  skip,
}) => {
  const full = join(folder, "full");
  mkdirSync(full);
  if (!fill(full)) return skip("this user may mount no disk");
  try {
    for (const _ of [1, 2]) {
      expect(bash("systemd/before-start", { RUNTIME_DIRECTORY: full }).status).toBe(0);
      const environment = {
        RUNTIME_DIRECTORY: full,
        SERVICE_RESULT: "signal",
        PATH: `${folder}/bin:${process.env.PATH}`,
      };
      expect(bash("systemd/after-stop", environment).status).toBe(0);
    }
  } finally {
    bash(`umount -l "${full}"`);
  }
});

test("starts are counted for the metrics since the machine was started, also after an end that was asked for", () => {
  expect([startsIn(undefined), startsIn(folder)]).toEqual([null, null]);
  for (const [count, result] of ["watchdog", "success", "exit-code"].entries()) {
    run("before-start");
    expect(startsIn(folder)).toBe(count + 1);
    afterStop(result);
  }
  // A start that is made to fail is none of the daemon's.
  write("fails-at-once", "2\n");
  expect(run("before-start").status).toBe(1);
  expect(startsIn(folder)).toBe(3);
  rmSync(join(folder, "fails-at-once"));
  for (const nonsense of ["nonsense", "0x", ""]) {
    write("starts", nonsense);
    expect([startsIn(folder), run("before-start").status]).toEqual([null, 0]);
  }
});

test("out of the safe mode it is tried at once, until it has been well for a while", () => {
  const upFor = Math.floor(Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]));
  write("failures", "6\n");
  write("safe-mode.m3u", "/music/song.mp3\n");
  for (const count of [7, 8]) {
    expect(run("before-start")).toMatchObject({ status: 0, said: "" });
    afterStop("signal");
    expect(failures()).toBe(count);
  }
  write("started", `${upFor - 400}\n`);
  afterStop("signal");
  expect(existsSync(join(folder, "safe-mode.m3u"))).toBe(false);
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

describe("a start that hangs", () => {
  const upFor = () => Math.floor(Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]));
  const unit = readFileSync(join(root, "systemd/system/mien.service"), "utf8");
  const ofUnit = (pattern: RegExp) => Number(pattern.exec(unit)?.[1]);
  /** Until systemd ends it. */
  function hang(startTakes = ofUnit(/^TimeoutStartSec=(\d+)min$/m) * 60): void {
    expect(run("before-start").status).toBe(0);
    write("started", `${upFor() - startTakes - 5}\n`);
    afterStop("timeout");
  }
  /** As many starts as systemd allows: it goes over to the safe mode with the next one. */
  function failAtOnce(): void {
    for (let n = 0; n < ofUnit(/^StartLimitBurst=(\d+)$/m); n++) {
      expect(run("before-start")).toMatchObject({
        ...{ status: 1, said: "" },
        complained: expect.stringContaining("the safe mode"),
      });
      afterStop("exit-code");
    }
  }

  test("leads to the safe mode at once, and so does each one that is tried out of it", () => {
    for (let n = 0; n < 2; n++) {
      hang();
      failAtOnce();
      // The safe mode has come.
      write("safe-mode.m3u", "/music/song.mp3\n");
    }
    expect(run("before-start")).toMatchObject({ status: 0, said: "" });
  });

  test.each([20, 900])("does so where systemd lets a start take %d s", (seconds) => {
    startMayTake(seconds * 1_000_000);
    hang(seconds);
    failAtOnce();
    write("safe-mode.m3u", "/music/song.mp3\n");
    // A little less is a stop that took too long.
    hang(seconds - 10);
    expect(run("before-start").status).toBe(0);
  });

  test.each<[string, bigint]>([
    ["infinity", 18_446_744_073_709_551_615n],
    ["more than a day", 86_401_000_000n],
    ["half a second", 500_000n],
    ["nothing", 0n],
  ])("is told by five minutes where systemd lets a start take %s", (_, micros) => {
    startMayTake(micros);
    hang(300);
    failAtOnce();
    write("safe-mode.m3u", "/music/song.mp3\n");
    hang(280);
    expect(run("before-start").status).toBe(0);
    // It was well for long enough.
    write("started", `${upFor() - 400}\n`);
    afterStop("signal");
    expect([failures(), existsSync(join(folder, "safe-mode.m3u"))]).toEqual([1, false]);
  });

  test("does so also out of a safe mode that crashes brought", () => {
    write("failures", "6\n");
    write("safe-mode.m3u", "/music/song.mp3\n");
    hang();
    failAtOnce();
  });

  test("is forgotten by a stop that was asked for", () => {
    hang();
    afterStop("success");
    expect(run("before-start")).toMatchObject({ status: 0, said: "" });
  });

  test("is none where a daemon that was ready is started anew and takes too long to end", () => {
    for (let n = 0; n < 2; n++) {
      expect(run("before-start").status).toBe(0);
      afterStop("timeout");
    }
    expect(run("before-start").status).toBe(0);
  });
});

describe("what the daemon has left", () => {
  /** How each of these processes ends, once it has. */
  async function left(...names: readonly string[]) {
    const processes = names.map((name) => {
      copyFileSync("/bin/sleep", join(folder, "bin", name));
      return spawn(join(folder, "bin", name), ["600"]);
    });
    onTestFinished(() => {
      for (const child of processes) child.kill("SIGKILL");
    });
    await Promise.all(processes.map((child) => once(child, "spawn")));
    write("cgroup/mien/cgroup.procs", processes.map(({ pid }) => `${pid}\n`).join(""));
    return processes;
  }
  const end = async (child: ReturnType<typeof spawn> | undefined): Promise<string | null | undefined> => {
    if (child?.signalCode === null) await once(child, "exit");
    return child?.signalCode;
  };
  /** One that was killed before does not end of what it is told now. */
  const endWhenTold = (child: ReturnType<typeof spawn> | undefined) => {
    child?.kill("SIGTERM");
    return end(child);
  };

  test.each([
    ["a crash", "signal"],
    ["a start that hung", "timeout"],
  ])("is ended after %s, but for mpv, which plays on", async (_, result) => {
    const [mpv, vision] = await left("mpv", "vision");
    afterStop(result);
    expect([await end(vision), await endWhenTold(mpv)]).toEqual(["SIGKILL", "SIGTERM"]);
    expect(existsSync(join(folder, "asked-to-stop"))).toBe(false);
  });

  test.each([
    ["a stop", "success", ""],
    ["a crash, where a stop is asked for in the same moment,", "signal", "453 mien.service stop running"],
    ["a stop that took too long", "timeout", "453 mien.service stop running"],
  ])("is ended after %s to the last, and counts as no crash", async (_, result, toDo) => {
    const [mpv, vision] = await left("mpv", "vision");
    systemdIsToDo(toDo);
    afterStop(result);
    expect([await end(vision), await end(mpv)]).toEqual(["SIGKILL", "SIGKILL"]);
    expect(failures()).toBe(0);
  });

  test.each(["453 mien.service restart waiting", "453 mien.service start running"])(
    "plays on where systemd is to do something else: %s",
    async (toDo) => {
      const [mpv] = await left("mpv");
      systemdIsToDo(toDo);
      afterStop("watchdog");
      expect(await endWhenTold(mpv)).toBe("SIGTERM");
    },
  );
});

test("after a crash and a stop in one the safe mode keeps still until the daemon is started again", () => {
  systemdIsToDo("453 mien.service stop running");
  afterStop("signal");
  for (const unit of ["mien-safe.service", "mien-retry.timer"]) {
    const condition = /^ConditionPathExists=!\/run\/mien\/(.+)$/m;
    const [, marker = ""] = condition.exec(readFileSync(join(root, "systemd/system", unit), "utf8")) ?? [];
    expect(existsSync(join(folder, marker))).toBe(true);
  }
  run("before-start");
  expect(existsSync(join(folder, "asked-to-stop"))).toBe(false);
});
