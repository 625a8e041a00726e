import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestStore, type TestStore } from "../../store/testing.ts";
import { SettingsKeeper } from "../settings-keeper.ts";
import { silentLog } from "../testing.ts";
import { readyFolder } from "./backup-folder.ts";
import { BackupKeeper, backupFolders } from "./backup-keeper.ts";
import { lastTimeAt } from "./nightly.ts";

const minute = 60_000;
let kept: TestStore;
let folder: string;
let now: number;
let elapsed: number;
let trusted: boolean;
let settings: SettingsKeeper;
let keeper: BackupKeeper;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-keeper-"));
  kept = await openTestStore({ backups: [] });
  settings = new SettingsKeeper({ table: kept.store.settings, overrides: {}, log: silentLog });
  [now, elapsed, trusted] = [new Date(2026, 10, 21, 9, 0).getTime(), 0, true];
  keeper = new BackupKeeper({
    care: kept.store.care,
    settings: () => settings.current,
    dataFolder: folder,
    trusted: () => trusted,
    clock: { now: () => now, monotonic: () => elapsed },
    log: silentLog,
    onChange: () => undefined,
  });
  keeper.start();
});
afterEach(async () => {
  await keeper.stop();
  await kept.remove();
  await rm(folder, { recursive: true });
});

async function later(minutes: number): Promise<void> {
  now += minutes * minute;
  elapsed += minutes * minute;
  await keeper.look();
  // One that is due is made behind; who asks gets that one, and none is begun where none is.
  if ((await keeper.state()).running) await keeper.backUp().catch(() => undefined);
}

const made = async () => (await keeper.state()).backups.map(({ at }) => new Date(at).getHours());

test("one that was missed while the appliance was off is caught up on, once the start is over", async () => {
  await later(5);
  expect(await made()).toEqual([]);
  await later(6);
  expect(await made()).toEqual([9]);
  await later(60);
  expect(await made()).toEqual([9]);
});

test("the next one comes at the hour that the owner chose, and no other", async () => {
  await later(11);
  await settings.change({ backupAt: "23:30" });
  await later(14 * 60);
  expect(await made()).toEqual([9]);
  await later(20);
  expect(await made()).toEqual([23, 9]);
  expect((await keeper.state()).nextAt).toBe(new Date(2026, 10, 22, 23, 30).getTime());
});

test("while the machine does not know the time none is made by itself, and one that a person asks for removes none", async () => {
  trusted = false;
  // The first look, which makes the folder, goes on behind.
  await mkdir(join(folder, "backups"), { recursive: true });
  for (let day = 1; day <= 20; day++)
    await writeFile(join(folder, "backups", `mien-202611${String(day).padStart(2, "0")}-030000.db`), "");
  await later(60);
  expect((await keeper.state()).backups).toHaveLength(20);
  await keeper.backUp();
  expect((await keeper.state()).backups).toHaveLength(21);
});

test("one that was made while the clock was ahead keeps no other from being made, and pushes none out", async () => {
  await mkdir(join(folder, "backups"), { recursive: true });
  const ahead = Array.from({ length: 8 }, (_, n) => `mien-20300${n + 1}01-030000.db`);
  const real = ["mien-20261119-030000.db", "mien-20261120-030000.db"];
  for (const name of [...ahead, ...real]) await writeFile(join(folder, "backups", name), "");
  await later(11);
  expect(keeper.newestAt).toBe(now);
  expect(await readdir(join(folder, "backups"))).toEqual(expect.arrayContaining([...ahead, ...real]));
  expect((await keeper.state()).backups).toHaveLength(11);
  await later(60);
  expect((await keeper.state()).backups).toHaveLength(11);
  // The page offers the first one as the newest.
  expect((await keeper.state()).backups[0]?.at).toBe(keeper.newestAt);
});

test("a stick that is away is a state that names it, and its return is noticed", async () => {
  const stick = join(folder, "stick", "Mien");
  await settings.change({ backupFolder: stick });
  await rm(join(folder, "stick"), { recursive: true, force: true });
  await later(20);
  expect(keeper.health).toMatchObject({
    state: "degraded",
    reason: "backup-folder-missing",
    detail: expect.stringContaining(stick),
  });
  await expect(keeper.backUp()).rejects.toThrow(stick);
  await mkdir(join(folder, "stick"));
  await later(1);
  expect(keeper.health).toEqual({ state: "ok" });
  expect(await readdir(stick)).toHaveLength(1);
  // Known without the database, which may be the thing that is damaged.
  expect(await backupFolders(folder)).toEqual([stick, join(folder, "backups")]);
});

test("nothing is written below a mount point whose stick is away", async (context) => {
  const roots = [folder];
  await mkdir(join(folder, "usb"));
  expect(await readyFolder(join(folder, "usb", "Mien"), roots)).toBe(false);
  expect(await readyFolder(join(folder, "usb"), roots)).toBe(false);
  expect(await readdir(join(folder, "usb"))).toEqual([]);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", join(folder, "usb")], {
      stdio: "ignore",
    });
  } catch {
    return context.skip("this user may mount no disk");
  }
  try {
    expect(await readyFolder(join(folder, "usb", "Mien"), roots)).toBe(true);
    expect(await readyFolder(join(folder, "usb"), roots)).toBe(true);
    expect(await readdir(join(folder, "usb"))).toEqual(["Mien"]);
  } finally {
    execFileSync("umount", [join(folder, "usb")]);
  }
});

test("the time of a night that has an hour twice comes once", () => {
  const at = lastTimeAt("04:00", new Date(2026, 9, 25, 12).getTime());
  expect(new Date(at).getHours()).toBe(4);
  expect(lastTimeAt("13:00", new Date(2026, 9, 25, 12).getTime())).toBe(new Date(2026, 9, 24, 13).getTime());
});
