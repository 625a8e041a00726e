import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { KioskCodeFile } from "./kiosk-code-file.ts";
import { makePeople, type TestPeople } from "./testing.ts";

let folder: string;
let under: TestPeople;
const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "mien-code-"));
  under = await makePeople();
  log.warn.mockClear();
});
afterEach(async () => {
  await under.remove();
  rmSync(folder, { recursive: true });
});

test("the code lies there for its owner and their group, and another one as soon as it was used", async () => {
  const path = join(folder, "kiosk-code");
  new KioskCodeFile({ path, log }).start(under.people.screens);
  const first = readFileSync(path, "utf8").trim();
  expect(statSync(path).mode & 0o777).toBe(0o640);

  expect(await under.people.screens.redeem(first)).not.toBeNull();
  const second = readFileSync(path, "utf8").trim();
  expect(second).not.toBe(first);
  expect(await under.people.screens.redeem(first)).toBeNull();
  expect(await under.people.screens.redeem(second)).not.toBeNull();
  expect(readdirSync(folder)).toEqual(["kiosk-code"]);
});

test("it goes with the daemon", () => {
  const path = join(folder, "kiosk-code");
  const file = new KioskCodeFile({ path, log });
  file.start(under.people.screens);
  file.stop();
  expect(existsSync(path)).toBe(false);
});

test("where it can't be written, the log says so and everything else goes on", () => {
  const path = join(folder, "nowhere", "kiosk-code");
  const file = new KioskCodeFile({ path, log });
  file.start(under.people.screens);
  expect(log.warn).toHaveBeenCalledWith({ path, fault: "ENOENT" }, expect.stringContaining("screen's code"));
  file.stop();
});
