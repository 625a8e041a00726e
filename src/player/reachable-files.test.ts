import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { ReachableFiles, sharesIn } from "./reachable-files.ts";

test("a plain file is there; a folder, a pipe and nothing at all are not", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mien-reach-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const [song, pipe] = [join(folder, "song.wav"), join(folder, "pipe.wav")];
  await writeFile(song, "");
  execFileSync("mkfifo", [pipe]);
  const files = new ReachableFiles();
  expect(await files.ask(song, 60_000)).toBe("there");
  for (const path of [folder, pipe])
    expect(await files.ask(path, 60_000)).toEqual({ fault: "not a plain file", gone: false });
  expect(await files.ask(join(folder, "gone.wav"), 60_000)).toMatchObject({ gone: true });
});

test("a share is whatever is mounted that is no disk of this machine", () => {
  const mountinfo = [
    "27 1 0:30 / / rw,relatime - overlay overlay rw",
    "28 27 8:1 / /media/stick rw,relatime shared:1 - vfat /dev/sda1 rw",
    "29 27 0:40 / /mnt/the\\040nas rw,relatime shared:2 master:1 - nfs4 nas:/music rw,hard",
    "30 27 0:41 / /home/me/box rw - fuse.sshfs me@box:/ rw",
    "",
  ].join("\n");
  expect(sharesIn(mountinfo)).toEqual(["/mnt/the nas", "/home/me/box"]);
});

describe("a share that does not answer", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function shares() {
    const looks: string[] = [];
    const hung = new Map<string, (found: "there") => void>();
    const files = new ReachableFiles({
      placeOf: dirname,
      look: (path) => {
        looks.push(path);
        if (path.startsWith("/local")) return Promise.resolve("there");
        return new Promise((resolve) => hung.set(path, resolve));
      },
    });
    return { files, looks, answer: (path: string) => hung.get(path)?.("there") };
  }

  test("is waited for in bounded time, and asked for no other of its files meanwhile", async () => {
    const { files, looks } = shares();
    const first = files.ask("/nas/1", 10_000);
    const second = files.ask("/nas/2", 10_000);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([await first, await second]).toEqual(["late", "late"]);
    // At once from here on.
    expect([await files.ask("/nas/1", 10_000), await files.ask("/nas/3", 10_000)]).toEqual(["late", "late"]);
    expect(looks).toEqual(["/nas/1"]);
  });

  test("holds one thread: others are not asked beside it, and nothing is said against their files", async () => {
    const { files, looks } = shares();
    const late = files.ask("/nas/1", 10_000);
    expect(await files.ask("/local/1", 10_000)).toBe("there");
    await vi.advanceTimersByTimeAsync(10_000);
    await late;
    expect([await files.ask("/box/1", 10_000), await files.ask("/local/2", 10_000)]).toEqual([
      "unasked",
      "unasked",
    ]);
    expect(looks).toEqual(["/nas/1", "/local/1"]);
  });

  test("is asked again once it has answered, as a disk does that had gone to sleep", async () => {
    const { files, looks, answer } = shares();
    const slow = files.ask("/nas/1", 10_000);
    const next = files.ask("/nas/2", 10_000);
    await vi.advanceTimersByTimeAsync(7_000);
    answer("/nas/1");
    await vi.advanceTimersByTimeAsync(0);
    answer("/nas/2");
    expect([await slow, await next]).toEqual(["there", "there"]);
    expect(looks).toEqual(["/nas/1", "/nas/2"]);
  });
});
