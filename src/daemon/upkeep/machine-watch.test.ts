import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MachineWatch } from "./machine-watch.ts";

let root: string;
let [trusted, isHeldLow] = [true, false];
let watch: MachineWatch;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "mien-machine-"));
  for (const zone of ["thermal_zone0", "thermal_zone1", "cooling_device0"])
    await mkdir(join(root, "sys/class/thermal", zone), { recursive: true });
  await mkdir(join(root, "proc"));
  await writeFile(
    join(root, "proc/meminfo"),
    "MemTotal:  4000 kB\nMemFree: 1 kB\nMemAvailable:    2000 kB\n",
  );
  [trusted, isHeldLow] = [true, false];
  watch = new MachineWatch({
    dataFolder: tmpdir(),
    trusted: () => trusted,
    isHeldLow: () => isHeldLow,
    now: () => 7,
    onChange: () => undefined,
    root,
  });
});
afterEach(() => rm(root, { recursive: true }));

async function heated(...zones: number[]): Promise<void> {
  for (const [index, celsius] of zones.entries())
    await writeFile(join(root, `sys/class/thermal/thermal_zone${index}/temp`), `${celsius * 1000}\n`);
  await watch.look();
}

test("the hottest part counts, and a sensor that says nonsense does not", async () => {
  await heated(54.2, 61);
  expect(watch.facts.celsius).toBe(61);
  await heated(54.2, -274);
  expect(watch.facts.celsius).toBe(54.2);
  expect(watch.facts.memory).toEqual({ sizeBytes: 4000 * 1024, availableBytes: 2000 * 1024 });
  expect(watch.facts.disk?.sizeBytes).toBeGreaterThan(0);
});

test("heat is told from 80 °C until it is clearly over, so that the screen does not flicker", async () => {
  await heated(79.9);
  expect(watch.health.temperature).toEqual({ state: "ok" });
  await heated(80);
  expect(watch.health.temperature).toMatchObject({ state: "degraded", reason: "too-hot", since: 7 });
  const told = watch.health.temperature;
  await heated(77);
  expect(watch.health.temperature).toEqual(told);
  await heated(74);
  expect(watch.health.temperature).toEqual({ state: "ok" });
});

test("a machine without sensors is not too hot", async () => {
  await rm(join(root, "sys"), { recursive: true });
  await watch.look();
  expect(watch.facts.celsius).toBeNull();
  expect(watch.health.temperature).toEqual({ state: "ok" });
});

test("a machine that does not know the time says so until it does", async () => {
  trusted = false;
  await watch.look();
  expect(watch.health.clock).toMatchObject({ reason: "clock-unset" });
  trusted = true;
  await watch.look();
  expect(watch.health.clock).toEqual({ state: "ok" });
});

test("of the lowest volume it speaks only while it is held there", async () => {
  trusted = false;
  await watch.look();
  expect(watch.health.clock).toMatchObject({ detail: expect.stringMatching(/it counts as open\. Connect/) });
  isHeldLow = true;
  expect(watch.health.clock).toMatchObject({
    detail: expect.stringContaining("open, at its lowest volume."),
  });
  isHeldLow = false;
  expect(watch.health.clock).toMatchObject({ detail: expect.not.stringContaining("volume") });
});
