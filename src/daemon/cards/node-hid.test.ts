import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { faultOf, machineHid, merged } from "./node-hid.ts";

const nobody = { report: () => undefined, gone: () => undefined };

test("the machine's devices are listed, whichever there are", async () => {
  for (const { path } of await machineHid.list()) expect(path).toMatch(/^\/dev\/hidraw\d+$/);
});

test("a device that is gone is absent, and a file that is no device fails, without a word thrown", async () => {
  expect(await machineHid.open("/dev/hidraw4711", nobody)).toBe("absent");
  const folder = await mkdtemp(join(tmpdir(), "mien-hid-"));
  writeFileSync(join(folder, "hidraw0"), "");
  expect(await machineHid.open(join(folder, "hidraw0"), nobody)).toBe("failed");
  await rm(folder, { recursive: true });
});

test("what the system refuses is known by its words", () => {
  const error =
    "cannot open device with path /dev/hidraw0: Failed to open a device with path '/dev/hidraw0': ";
  expect(faultOf(new Error(`${error}Permission denied`))).toBe("refused");
  expect(faultOf(new Error(`${error}Operation not permitted`))).toBe("refused");
});

test("an interface with several usages is one device", () => {
  const row = { vendorId: 0xffff, productId: 0x35, release: 1, interface: 0, product: "USB Reader" };
  const rows = [
    { ...row, path: "/dev/hidraw0", usagePage: 1, usage: 6 },
    { ...row, path: "/dev/hidraw0", usagePage: 12, usage: 1 },
    { ...row, path: "/dev/hidraw1" },
    { ...row },
  ];
  expect(merged(rows).map(({ path, maker, usages }) => [path, maker, usages.length])).toEqual([
    ["/dev/hidraw0", "", 2],
    ["/dev/hidraw1", "", 1],
  ]);
});
