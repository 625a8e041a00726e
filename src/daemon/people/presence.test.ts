import fc from "fast-check";
import { expect, test } from "vitest";
import { Presence } from "./presence.ts";

const hourMs = 3_600_000;
const emptyAfterMs = 10 * 60_000;

function room() {
  let [now, visits] = [0, 0];
  const presence = new Presence({
    monotonic: () => now,
    newId: () => `visit ${++visits}`,
    emptyAfterMs: () => emptyAfterMs,
  });
  const pass = (ms: number) => {
    now += ms;
  };
  const next = () => presence.nextAfter([]);
  return { presence, pass, next };
}

test("several are there at once, in the order in which they came", () => {
  const { presence } = room();
  presence.come("anna");
  presence.come("ben");
  presence.come("anna");
  expect(presence.present).toEqual(["anna", "ben"]);
  expect(presence.leave("anna")).toBe(true);
  expect(presence.leave("anna")).toBe(false);
  expect(presence.present).toEqual(["ben"]);
});

test("who forgets to tap out is gone after four hours, and whoever listens is told once it is looked", () => {
  const { presence, pass, next } = room();
  presence.come("anna");
  let told = 0;
  presence.onChange(() => told++);
  pass(4 * hourMs - 1);
  presence.look(1);
  expect(presence.present).toEqual(["anna"]);
  pass(1);
  expect([presence.present, presence.visitOf("anna"), next()]).toEqual([[], null, null]);
  presence.look(1);
  presence.look(1);
  expect(told).toBe(1);
});

test("without a face and without a touch for a while everybody has gone; either keeps them", () => {
  const { presence, pass } = room();
  presence.come("anna");
  const look = (faces: number | null) => {
    pass(emptyAfterMs - 1);
    presence.look(faces);
  };
  look(0);
  presence.touched();
  look(0);
  look(1);
  look(0);
  expect(presence.present).toEqual(["anna"]);
  pass(1);
  presence.look(0);
  expect(presence.present).toEqual([]);
});

test("a camera that does not look sends nobody away, and what it did not see does not count afterwards", () => {
  const { presence, pass } = room();
  presence.come("anna");
  pass(3 * emptyAfterMs);
  presence.look(null);
  presence.look(0);
  pass(emptyAfterMs - 1);
  presence.look(0);
  expect(presence.present).toEqual(["anna"]);
});

test("who came by name came by card once they held it, until they go", () => {
  const { presence } = room();
  presence.come("anna");
  expect(presence.cameByCard("anna")).toBe(false);
  presence.come("anna", "card");
  presence.come("anna");
  expect(presence.cameByCard("anna")).toBe(true);
  presence.leave("anna");
  expect(presence.cameByCard("anna")).toBe(false);
  presence.come("anna");
  expect(presence.cameByCard("anna")).toBe(false);
});

test("who goes out and in again waits for their turn like everybody else", () => {
  const { presence, next } = room();
  for (const id of ["anna", "ben"]) presence.come(id);
  const anna = presence.visitOf("anna") ?? "";
  expect(next()).toBe(anna);
  presence.hadTurn(anna);
  presence.leave("anna");
  presence.come("anna");
  expect(next()).toBe(presence.visitOf("ben"));
});

test("whoever comes again is on another visit: nothing ties it to the one before", () => {
  const { presence } = room();
  presence.come("anna");
  const first = presence.visitOf("anna");
  presence.come("anna");
  expect(presence.visitOf("anna")).toBe(first);
  presence.leave("anna");
  presence.come("anna");
  expect(presence.visitOf("anna")).not.toBe(first);
});

test("of another evening a visit is another one", () => {
  const { presence, pass } = room();
  presence.come("anna");
  const first = presence.visitOf("anna");
  pass(4 * hourMs);
  presence.look(null);
  presence.come("anna");
  expect(presence.visitOf("anna")).not.toBe(first);
});

test("what plays and what waits is somebody's turn already, and dropped again it was none", () => {
  const { presence, next } = room();
  for (const id of ["anna", "ben", "cleo"]) presence.come(id);
  const [anna, ben, cleo] = ["anna", "ben", "cleo"].map((id) => presence.visitOf(id));
  expect(presence.nextAfter([anna ?? null])).toBe(ben);
  expect(presence.nextAfter([anna ?? null, null, ben ?? null])).toBe(cleo);
  expect(presence.nextAfter([cleo ?? null, ben ?? null, anna ?? null])).toBe(cleo);
  expect(next()).toBe(anna);
});

test("who asks for songs out of turn waits until the others have had as many", () => {
  const { presence } = room();
  for (const id of ["anna", "ben"]) presence.come(id);
  const [anna, ben] = [presence.visitOf("anna") ?? "", presence.visitOf("ben") ?? ""];
  for (let n = 0; n < 3; n++) presence.hadTurn(anna);
  const heard: string[] = [];
  for (let n = 0; n < 5; n++) {
    const visit = presence.nextAfter([]) ?? "";
    presence.hadTurn(visit);
    heard.push(visit);
  }
  expect(heard).toEqual([ben, ben, ben, anna, ben]);
});

test("who comes when others have had many songs is level with them, and has not all evening to make up", () => {
  const { presence, next } = room();
  presence.come("anna");
  for (let n = 0; n < 30; n++) presence.hadTurn(next() ?? "");
  presence.come("ben");
  const heard: (string | null)[] = [];
  for (let n = 0; n < 4; n++) {
    heard.push(next());
    presence.hadTurn(next() ?? "");
  }
  const [anna, ben] = [presence.visitOf("anna"), presence.visitOf("ben")];
  expect(heard).toEqual([ben, anna, ben, anna]);
});

test("a room is never too full to be listed", () => {
  const { presence } = room();
  for (let n = 0; n < 1_000; n++) presence.come(`${n}`);
  expect(presence.present).toHaveLength(50);
});

test("among any number of people who stay, nobody has two turns more than another", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(100), (people, turns) => {
      const { presence, next } = room();
      const had = new Map<string, number>();
      for (let n = 0; n < people; n++) {
        presence.come(`${n}`);
        had.set(presence.visitOf(`${n}`) ?? "", 0);
      }
      for (let n = 0; n < turns; n++) {
        const visit = next();
        if (visit === null) throw new Error("Somebody is there.");
        presence.hadTurn(visit);
        had.set(visit, (had.get(visit) ?? 0) + 1);
      }
      expect(Math.max(...had.values()) - Math.min(...had.values())).toBeLessThanOrEqual(1);
    }),
  );
});
