import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { MountedDrive } from "../../library/upload/drives.ts";
import { Sticks } from "./sticks.ts";

let folder: string;
let plugged: MountedDrive[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-sticks-"));
  plugged = [];
});
afterEach(() => rm(folder, { recursive: true }));

const drive = (path: string, label = "KINGSTON"): MountedDrive => ({
  ...{ path, label, device: "8:17", uuid: null, totalBytes: 1e9, freeBytes: 1e9 },
});
const made = (options: Partial<ConstructorParameters<typeof Sticks>[0]> = {}) =>
  new Sticks({ drives: async () => plugged, ownFolders: () => [], ...options });

async function plugIn(name: string, label?: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(path);
  plugged.push(drive(path, label));
  return path;
}

/** As the kernel names it, of which coreutils know more than Node. */
const deviceNumber = async (path: string): Promise<string> =>
  (await promisify(execFile)("stat", ["--format=%Hd:%Ld", path])).stdout.trim();

const idOf = async (sticks: Sticks, label = "KINGSTON") =>
  (await sticks.list()).find((stick) => stick.label === label)?.id ?? "";

test("sticks are told by their labels, and where they lie is told to nobody", async () => {
  await plugIn("usb0");
  const sticks = made();
  expect(await sticks.list()).toEqual([{ id: expect.stringMatching(/^[\da-f]{16}$/), label: "KINGSTON" }]);
});

test("what is the appliance's own is nobody's to save to: a stick with backups, or with music", async () => {
  const backups = await plugIn("usb0", "BACKUPS");
  const music = await plugIn("usb1", "MUSIC");
  await plugIn("usb10", "ANNA");
  const sticks = made({ ownFolders: () => [join(backups, "mien"), music, "/var/lib/mien"] });
  expect((await sticks.list()).map(({ label }) => label)).toEqual(["ANNA"]);
  expect(await sticks.save(await idOf(made(), "BACKUPS"), "mien.json", "{}")).toMatchObject({
    fault: "gone",
  });
  expect(await readdir(backups)).toEqual([]);
});

test("nor is one that the appliance's folders are on by another name: through a link, or mounted twice", async () => {
  const path = await plugIn("usb0", "MUSIC");
  await plugIn("usb1", "ANNA");
  // What these folders lie on here is this machine's own disk.
  plugged[0] = { ...drive(path, "MUSIC"), device: await deviceNumber(path) };
  await symlink(path, join(folder, "songs"));
  const sticks = made({ ownFolders: () => [join(folder, "songs"), join(folder, "not there")] });
  expect((await sticks.list()).map(({ label }) => label)).toEqual(["ANNA"]);
});

test("another stick at the same place is another one: nothing is saved to it that was meant for the first", async () => {
  const path = await plugIn("usb0");
  const sticks = made();
  const ids = new Set<string>();
  for (const uuid of ["4A2F-11C0", "9C33-0F21"]) {
    plugged = [{ ...drive(path), uuid }];
    ids.add(await idOf(sticks));
  }
  expect(ids.size).toBe(2);
  const [first = ""] = ids;
  expect(await sticks.save(first, "mien.json", "{}")).toMatchObject({ fault: "gone" });
  expect(await readdir(path)).toEqual([]);
});

test("a stick that hangs is asked once, however often pages look, and they see none meanwhile", async () => {
  let asked = 0;
  const drives = (): Promise<MountedDrive[]> => {
    asked++;
    return new Promise(() => undefined);
  };
  const sticks = made({ drives, lookPatienceMs: 1 });
  for (let look = 0; look < 40; look++) expect(await sticks.list()).toEqual([]);
  expect(asked).toBe(1);
});

describe("a file that is saved", () => {
  test("is on the stick as it was given, readable for whoever takes the stick home", async () => {
    const stick = await plugIn("usb0");
    const sticks = made();
    const saved = await sticks.save(await idOf(sticks), "mien-Anna-2026-11-24.json", '{"name": "Zoë"}');
    expect(saved).toEqual({ saved: { file: "mien-Anna-2026-11-24.json", stick: "KINGSTON" } });
    const path = join(stick, "mien-Anna-2026-11-24.json");
    expect(await readFile(path, "utf8")).toBe('{"name": "Zoë"}');
    expect((await stat(path)).mode & 0o777).toBe(0o644);
  });

  test.each([
    ["../../etc/cron.d/x.json", "_.._etc_cron.d_x.json"],
    ["/etc/passwd", "_etc_passwd"],
    ["..", "mien.json"],
    ["mien-\u202e\u0000Anna.json", "mien-Anna.json"],
    ["", "mien.json"],
  ])("is no path, whatever it is called: %j", async (named, file) => {
    const stick = await plugIn("usb0");
    const sticks = made();
    expect(await sticks.save(await idOf(sticks), named, "{}")).toMatchObject({ saved: { file } });
    expect(await readdir(stick)).toEqual([file]);
    expect(await readdir(folder)).toEqual(["usb0"]);
  });

  test("takes no other file's place, and goes through no link", async () => {
    const stick = await plugIn("usb0");
    const elsewhere = join(folder, "elsewhere");
    await writeFile(join(stick, "mien.json"), "of last year");
    await symlink(elsewhere, join(stick, "mien (2).json"));
    const sticks = made();
    expect(await sticks.save(await idOf(sticks), "mien.json", "{}")).toMatchObject({
      saved: { file: "mien (3).json" },
    });
    expect(await readFile(join(stick, "mien.json"), "utf8")).toBe("of last year");
    expect(await stat(elsewhere).catch(() => null)).toBeNull();
  });

  test("is said to be there only while its stick is: what lies where a stick was is the system's own disk", async () => {
    const path = await plugIn("usb0");
    let looks = 0;
    const sticks = made({ drives: async () => (++looks <= 2 ? plugged : []) });
    const id = await idOf(sticks);
    expect(await sticks.save(id, "mien.json", "{}")).toMatchObject({ fault: "gone" });
    expect(await readdir(path)).toEqual([]);
  });
});

test("a stick that can't be written is said so, with the system's word for why", async () => {
  const path = join(folder, "no-folder");
  await writeFile(path, "");
  plugged.push(drive(path));
  const sticks = made();
  expect(await sticks.save(await idOf(sticks), "mien.json", "{}")).toEqual({
    fault: "unwritable",
    sentence:
      "Mien can't write to the stick (ENOTDIR): take another one, or ask an admin to open it to Mien.",
  });
});

test("one that does not answer keeps nobody waiting, and is not asked a second time meanwhile", async () => {
  await plugIn("usb0");
  let answer: (drives: MountedDrive[]) => void = () => undefined;
  const hangs = new Promise<MountedDrive[]>((resolve) => {
    answer = resolve;
  });
  const id = await idOf(made());
  const sticks = made({ drives: () => hangs, patienceMs: 1 });
  expect(await sticks.save(id, "mien.json", "{}")).toMatchObject({ fault: "silent" });
  expect(await sticks.save(id, "mien.json", "{}")).toMatchObject({ fault: "busy" });
  answer([]);
  await expect
    .poll(async () => (await sticks.save(id, "mien.json", "{}")) as object)
    .toMatchObject({ fault: "gone" });
});

test("a file that comes to its end after it was given up is taken away, and other sticks take files meanwhile", async () => {
  const slow = await plugIn("usb0", "SLOW");
  const path = await plugIn("usb1", "ANNA");
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let looks = 0;
  const drives = async () => {
    // The one that is looked for once its file is written.
    if (++looks === 2) await held;
    return plugged;
  };
  const [ofSlow, ofAnna] = [await idOf(made(), "SLOW"), await idOf(made(), "ANNA")];
  const sticks = made({ drives, patienceMs: 1_000 });
  expect(await sticks.save(ofSlow, "first.json", "{}")).toMatchObject({ fault: "silent" });
  expect(await sticks.save(ofSlow, "again.json", "{}")).toMatchObject({ fault: "busy" });
  expect(await sticks.save(ofAnna, "mien.json", "{}")).toMatchObject({ saved: { file: "mien.json" } });
  expect(await readdir(path)).toEqual(["mien.json"]);
  release();
  await expect
    .poll(() => sticks.save(ofSlow, "second.json", "{}"))
    .toMatchObject({ saved: { file: "second.json" } });
  expect(await readdir(slow)).toEqual(["second.json"]);
});
