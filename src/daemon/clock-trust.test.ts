import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ClockTrust } from "./clock-trust.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "mien-clock-"));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(root, { recursive: true });
});

const now = Date.parse("2026-11-21T12:00:00Z");

function put(path: string, text = ""): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

async function trustWhere(said = "no") {
  const onTrusted = vi.fn();
  const trust = new ClockTrust({ now: () => now, onTrusted, root, ask: async () => said });
  await trust.start();
  return { trust, onTrusted };
}

test("without systemd nobody can be asked, and the clock is believed", async () => {
  expect((await trustWhere()).trust.trusted).toBe(true);
});

test("with systemd it is not believed until it was set by the network", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  put("run/systemd/system/any");
  const { trust, onTrusted } = await trustWhere();
  expect(trust.trusted).toBe(false);
  vi.advanceTimersByTime(60_000);
  expect(onTrusted).not.toHaveBeenCalled();
  put("run/systemd/timesync/synchronized");
  vi.advanceTimersByTime(10_000);
  await expect.poll(() => onTrusted.mock.calls.length).toBe(1);
  expect(trust.trusted).toBe(true);
});

test("whoever else keeps the time is asked for by timedatectl", async () => {
  put("run/systemd/system/any");
  expect((await trustWhere("yes\n")).trust.trusted).toBe(true);
});

test.each([
  ["that agrees is believed", now / 1_000, true],
  ["in local time too", now / 1_000 + 3_600 * 10, true],
  ["that was never set is not", 86_400, false],
  ["that says nothing is not", "", false],
])("a battery clock %s", async (_, shown, trusted) => {
  put("run/systemd/system/any");
  put("sys/class/rtc/rtc0/since_epoch", `${shown}\n`);
  const { trust } = await trustWhere();
  trust.stop();
  expect(trust.trusted).toBe(trusted);
});
