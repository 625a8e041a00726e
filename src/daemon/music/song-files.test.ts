import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestStore, type TestStore } from "../../store/testing.ts";
import { SettingsKeeper } from "../settings-keeper.ts";
import { silentLog } from "../testing.ts";
import { SongFiles } from "./song-files.ts";

let kept: TestStore;
let demoFolder: string;
let files: SongFiles;

beforeEach(async () => {
  kept = await openTestStore();
  demoFolder = await mkdtemp(join(tmpdir(), "mien-pieces-"));
  const settings = new SettingsKeeper({ table: kept.store.settings, overrides: {}, log: silentLog });
  await settings.start();
  files = new SongFiles({ library: kept.store.library, settings: () => settings.current, demoFolder });
});
afterEach(async () => {
  await kept.remove();
  await rm(demoFolder, { recursive: true });
});

test("pieces that are still being rendered at the start are a last resort as soon as one is there", async () => {
  await files.loadPieces();
  expect(files.lastResort()).toBeNull();
  await writeFile(join(demoFolder, "Somebody - Something.mp3"), "");
  await expect.poll(() => files.lastResort()?.item).toMatchObject({ title: "Somebody - Something" });
});

test("a file that is only half there is no piece", async () => {
  await writeFile(join(demoFolder, ".Somebody - Something.mp3.part.mp3"), "");
  await files.loadPieces();
  expect(files.lastResort()).toBeNull();
});
