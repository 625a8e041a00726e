import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { silentLog } from "../testing.ts";
import { type NamedReader, readerOf } from "./reader-line.ts";
import { Readers } from "./readers.ts";
import { FakeHid, realKeyboard, typing, vendorReader, wedge } from "./testing.ts";

let hid: FakeHid;
let cards: string[];
let named: NamedReader[];
let readers: Readers;

beforeEach(async () => {
  vi.useFakeTimers();
  hid = new FakeHid();
  cards = [];
  named = [];
  readers = new Readers({
    ...{ hid, watch: hid.watch, named: () => named, log: silentLog },
    onCard: (number) => cards.push(number),
    onChange: () => undefined,
  });
  await readers.start();
});
afterEach(async () => {
  await readers.stop();
  vi.useRealTimers();
});

const changed = async () => {
  hid.onChange();
  await vi.advanceTimersByTimeAsync(200);
};

test("a reader is heard as soon as it is plugged in, also where nothing tells of it", async () => {
  hid.plug(wedge());
  await changed();
  hid.say("/dev/hidraw0", ...typing("0013110988"));
  expect(cards).toEqual(["0013110988"]);
  hid.plug(wedge("/dev/hidraw3", { vendor: 0x08ff, product: 0x0009 }));
  await vi.advanceTimersByTimeAsync(15_000);
  hid.say("/dev/hidraw3", ...typing("0013110989"));
  expect(cards).toEqual(["0013110988", "0013110989"]);
  expect(readers.readers.map(({ id, state }) => `${id} ${state}`)).toEqual([
    "ffff:0035 listening",
    "08ff:0009 listening",
  ]);
  expect(readers.trouble).toBeNull();
});

test("the owner's keyboard is not even opened", async () => {
  hid.plug(realKeyboard);
  await changed();
  expect(hid.listeners(realKeyboard.path)).toBe(0);
  expect(readers.readers).toEqual([]);
});

test("two readers that type at the same time are two cards", async () => {
  hid.plug(wedge("/dev/hidraw0"));
  hid.plug(wedge("/dev/hidraw1"));
  await changed();
  const [one, two] = [typing("11112222"), typing("33334444")];
  for (const [n, report] of one.entries()) {
    hid.say("/dev/hidraw0", report);
    hid.say("/dev/hidraw1", two[n] ?? []);
  }
  expect(cards).toEqual(["11112222", "33334444"]);
});

test("a reader that goes in the middle of a card is nothing, and the card is whole when it is back", async () => {
  hid.plug(wedge());
  await changed();
  hid.say("/dev/hidraw0", ...typing("001311", null));
  hid.unplug("/dev/hidraw0");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(cards).toEqual([]);
  expect(readers.readers).toEqual([]);
  hid.plug(wedge());
  await changed();
  hid.say("/dev/hidraw0", ...typing("0988"), ...typing("0013110988"));
  expect(cards).toEqual(["0988", "0013110988"]);
});

test("a number that only a pause ends is told after it", async () => {
  hid.plug(wedge());
  await changed();
  hid.say("/dev/hidraw0", ...typing("0013110988", null));
  await vi.advanceTimersByTimeAsync(399);
  expect(cards).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(cards).toEqual(["0013110988"]);
});

test("what the system refuses is trouble with its cure, and heard once the rule is there", async () => {
  hid.plug(wedge(), "refused");
  await changed();
  expect(readers.trouble).toEqual({
    reason: "reader-refused",
    detail: expect.stringContaining("sudo scripts/card-reader ffff:0035"),
  });
  hid.plug(wedge());
  await changed();
  expect(readers.trouble).toBeNull();
  hid.say("/dev/hidraw0", ...typing("0013110988"));
  expect(cards).toHaveLength(1);
});

test("another device in a reader's place is not the reader", async () => {
  hid.plug(wedge());
  await changed();
  hid.plug(wedge("/dev/hidraw0", { vendor: 0x046d, product: 0xc31c }));
  await changed();
  expect(hid.listeners("/dev/hidraw0")).toBe(0);
});

test("a reader that the owner names is heard from then on, and no more once it is forgotten", async () => {
  hid.plug(vendorReader());
  await changed();
  expect(readers.candidates).toEqual([{ id: "1234:5678", name: "ACME Reader", types: false, as: null }]);
  named = [readerOf("1234:5678 bytes 0-7 of 8")].filter((each) => each !== null);
  await readers.look();
  hid.say("/dev/hidraw1", [0, 0, 0, 0, 5, 243, 25, 234]);
  expect(cards).toEqual(["0000000005F319EA"]);
  expect(readers.candidates).toMatchObject([{ as: "named" }]);
  named = [];
  await readers.look();
  expect(hid.listeners("/dev/hidraw1")).toBe(0);
});

test("of twenty readers eight are heard, and that is said", async () => {
  for (let n = 0; n < 20; n++) hid.plug(wedge(`/dev/hidraw${n}`));
  await changed();
  expect(readers.readers).toHaveLength(8);
  expect(readers.trouble?.detail).toContain("pull 12 of them out");
});

test("a system on which nothing can be looked for is said, and looked at again", async () => {
  hid.broken = new Error("libudev.so.1: cannot open shared object file\nand more");
  await changed();
  expect(readers.trouble).toMatchObject({
    reason: "readers-unseen",
    detail: expect.stringMatching(/libudev[^\n]*$/),
  });
  hid.broken = null;
  await changed();
  expect(readers.trouble).toBeNull();
});

test("readers that come, go, are refused and talk nonsense in any order: none is open twice, and none that is gone", async () => {
  const steps = fc.array(
    fc.record({
      what: fc.constantFrom("plug", "refuse", "unplug", "look", "say", "wait"),
      n: fc.nat(3),
      report: fc.uint8Array({ maxLength: 70 }),
    }),
    { maxLength: 40 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (some) => {
      const there = new Set<string>();
      for (const { what, n, report } of some) {
        const path = `/dev/hidraw${n}`;
        if (what === "plug" || what === "refuse") {
          if (there.has(path)) hid.unplug(path);
          hid.plug(wedge(path), what === "refuse" ? "refused" : undefined);
          there.add(path);
        } else if (what === "unplug") {
          hid.unplug(path);
          there.delete(path);
        } else if (what === "say") hid.say(path, report);
        else if (what === "look") void readers.look();
        else await vi.advanceTimersByTimeAsync(500);
      }
      await readers.look();
      for (const n of [0, 1, 2, 3]) {
        const path = `/dev/hidraw${n}`;
        expect(hid.listeners(path)).toBeLessThanOrEqual(there.has(path) ? 1 : 0);
      }
      for (const path of there) hid.unplug(path);
      await readers.look();
      expect(readers.readers).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test("a reader gone mad says a hundred thousand things at once, and the next card is heard", async () => {
  hid.plug(wedge());
  await changed();
  for (let n = 0; n < 100_000; n++)
    hid.say("/dev/hidraw0", [n & 1 ? 0 : 2, 0, (n % 0x70) + 1, 0, 0, 0, 0, 0]);
  hid.say("/dev/hidraw0", ...typing("0"), ...typing("0013110988"));
  expect(cards.at(-1)).toBe("0013110988");
});
