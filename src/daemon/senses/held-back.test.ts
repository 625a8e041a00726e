import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Settings } from "../../protocol/settings.ts";
import { StoreError } from "../../store/store.ts";
import { makeTestAppliance, type TestAppliance } from "../testing.ts";

const guest = { kind: "guest", sessionId: "g" } as const;
const from = { address: "127.0.0.1", here: true, secure: true };
const olga = { name: "Olga", passphrase: "correct horse battery", pin: null };
const closed = { wanted: "off", looking: false };

let folder: string;
let demoReel: string;
let made: TestAppliance;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mien-held-back-"));
  demoReel = join(folder, "reel.mkv");
});
afterEach(async () => {
  await made.remove();
  rmSync(folder, { recursive: true });
});

async function begin(overrides: Partial<Settings>, kept?: TestAppliance["kept"]): Promise<void> {
  made = await makeTestAppliance({ overrides, demoReel, stands: null, ...(kept && { kept }) });
  await made.appliance.start();
  await expect.poll(() => made.appliance.vision.visionHealth.state).toBe("ok");
}

async function setUp(stands: NonNullable<Settings["stands"]>): Promise<void> {
  const given = { admin: olga, stands, place: "Here", timeZone: null, languages: [] };
  expect(await made.appliance.setup.complete(given, from)).toHaveProperty("person");
}

const camera = () => made.appliance.publisher.state.camera;

test("a camera named on the command line stays closed until Mien is set up", async () => {
  await begin({ cameraSource: "/dev/video0" });
  // The pages are told, and offer no way to open it.
  expect(camera()).toMatchObject({ ...closed, awaitsSetup: true });
  expect(made.appliance.switchCamera(true, guest)).toBe("Mien opens no camera until it is set up.");
  expect(camera()).toMatchObject(closed);
  await setUp("home");
  await expect.poll(camera).toMatchObject({ wanted: "on", looking: true, demo: false, awaitsSetup: false });
});

test("a setup that broke off after that was said leaves it closed, with the next start too, until it is finished", async () => {
  await begin({ cameraSource: "/dev/video0" });
  const isFull = new StoreError("disk-full", "The disk is full.");
  vi.spyOn(made.kept.store.people, "add").mockRejectedValueOnce(isFull);
  await expect(setUp("home")).rejects.toBe(isFull);
  expect(made.appliance.settings.current.stands).toBe("home");
  expect(camera()).toMatchObject({ ...closed, awaitsSetup: true });
  await made.appliance.stop();
  await begin({ cameraSource: "/dev/video0" }, made.kept);
  expect(made.appliance.settings.current.stands).toBe("home");
  expect(made.appliance.switchCamera(true, guest)).toBe("Mien opens no camera until it is set up.");
  expect(camera()).toMatchObject({ ...closed, awaitsSetup: true });
  await setUp("home");
  await expect.poll(camera).toMatchObject({ wanted: "on", looking: true, awaitsSetup: false });
});

test("in a workplace it was never open, and stays closed once that is said", async () => {
  writeFileSync(demoReel, "");
  const sources: (string | undefined)[] = [];
  await begin({ cameraSource: "auto" });
  made.appliance.publisher.subscribe({
    send: () => sources.push(camera().wanted === "on" && !camera().demo ? "a real one" : undefined),
    bufferedBytes: () => 0,
  });
  await expect.poll(camera).toMatchObject({ wanted: "on", demo: true });
  await setUp("workplace");
  await expect.poll(camera).toMatchObject(closed);
  // The pages are told, and offer no way to open it.
  expect(made.appliance.publisher.state.stands).toBe("workplace");
  expect(sources.filter(Boolean)).toEqual([]);
});

test("where any camera will do, the photographs play until then", async () => {
  writeFileSync(demoReel, "");
  await begin({ cameraSource: "auto" });
  await expect.poll(camera).toMatchObject({ looking: true, demo: true });
  await setUp("venue");
  await expect.poll(camera).toMatchObject({ wanted: "on", demo: false });
});

test("whoever closes it before that finds it closed after it", async () => {
  await begin({ cameraSource: "/dev/video0" });
  expect(made.appliance.switchCamera(false, guest)).toBeNull();
  await setUp("home");
  expect(camera()).toMatchObject({ ...closed, awaitsSetup: false });
  expect(made.appliance.switchCamera(true, guest)).toBeNull();
  await expect.poll(camera).toMatchObject({ looking: true });
});

test("an admin who has been there before is asked nothing", async () => {
  made = await makeTestAppliance({ overrides: { cameraSource: "/dev/video0" }, stands: null });
  const added = await made.appliance.people.accounts.add({ ...olga, role: "admin", onTile: false }, from);
  expect(added).toHaveProperty("person");
  await made.appliance.start();
  await expect.poll(camera).toMatchObject({ wanted: "on", looking: true });
});
