import fc from "fast-check";
import { expect, test } from "vitest";
import { Presence } from "./presence.ts";

function room() {
  let now = 0;
  const presence = new Presence({ monotonic: () => now });
  const pass = (ms: number) => {
    now += ms;
  };
  return { presence, pass };
}

test("several are there at once, in the order in which they came", () => {
  const { presence } = room();
  presence.tapIn("anna");
  presence.tapIn("ben");
  expect(presence.present).toEqual(["anna", "ben"]);
  expect(presence.tapOut("anna")).toBe(true);
  expect(presence.tapOut("anna")).toBe(false);
  expect(presence.present).toEqual(["ben"]);
});

test("who forgets to tap out is gone after four hours", () => {
  const { presence, pass } = room();
  presence.tapIn("anna");
  pass(4 * 3_600_000 - 1);
  expect(presence.present).toEqual(["anna"]);
  pass(1);
  expect(presence.present).toEqual([]);
  expect(presence.next).toBeNull();
});

test("who goes out and in again waits for their turn like everybody else", () => {
  const { presence } = room();
  for (const id of ["anna", "ben"]) presence.tapIn(id);
  presence.hadTurn("anna");
  presence.tapOut("anna");
  presence.tapIn("anna");
  expect(presence.next).toBe("ben");
});

test("a room is never too full to be listed", () => {
  const { presence } = room();
  for (let n = 0; n < 1_000; n++) presence.tapIn(`${n}`);
  expect(presence.present).toHaveLength(50);
});

test("among any number of people who stay, nobody has two turns more than another", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(100), (people, turns) => {
      const { presence } = room();
      const had = new Map<string, number>();
      for (let n = 0; n < people; n++) {
        presence.tapIn(`${n}`);
        had.set(`${n}`, 0);
      }
      for (let n = 0; n < turns; n++) {
        const next = presence.next;
        if (next === null) throw new Error("Somebody is there.");
        presence.hadTurn(next);
        had.set(next, (had.get(next) ?? 0) + 1);
      }
      expect(Math.max(...had.values()) - Math.min(...had.values())).toBeLessThanOrEqual(1);
    }),
  );
});
