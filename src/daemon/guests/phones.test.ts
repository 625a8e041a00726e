import { afterEach, expect, test } from "vitest";
import { type PhoneLine, Phones } from "./phones.ts";

let room = 0;
let uses: boolean[] = [];
const phones = new Phones({
  room: () => ({ key: `${room}`, text: `room ${room}` }),
  own: (guest) => `own of ${guest}`,
  onUse: (inUse) => void uses.push(inUse),
  onAwake: () => undefined,
});
afterEach(() => {
  phones.stop();
  uses = [];
});

class Line implements PhoneLine {
  readonly told: string[] = [];
  buffered = 0;
  send(message: string): void {
    this.told.push(message);
  }
  bufferedBytes(): number {
    return this.buffered;
  }
  close(): void {
    // Nobody is hung up on here.
  }
}

test("each phone is told once what there is, and again only what is other than before", async () => {
  const line = new Line();
  phones.join(line, "anna");
  expect(line.told).toEqual([`room ${room}`, "own of anna"]);
  phones.look();
  room++;
  await expect.poll(() => line.told).toEqual([`room ${room - 1}`, "own of anna", `room ${room}`]);
});

test("a slow phone misses what lay between, never the newest, and keeps nobody else waiting", async () => {
  const [slow, quick] = [new Line(), new Line()];
  phones.join(slow, "slow");
  phones.join(quick, "quick");
  slow.buffered = 1_000_000;
  for (let n = 0; n < 3; n++) {
    room++;
    phones.look();
    await expect.poll(() => quick.told.at(-1)).toBe(`room ${room}`);
  }
  expect(slow.told).toHaveLength(2);
  slow.buffered = 0;
  await expect.poll(() => slow.told.at(-1)).toBe(`room ${room}`);
  expect(slow.told).toHaveLength(3);
});

test("who is lost counts as before, until they come again or are forgotten; who leaves does not", () => {
  const line = new Line();
  const leaves = ["lost", "asleep", "left", "lost too"].map((guest) =>
    phones.join(guest === "asleep" ? line : new Line(), guest),
  );
  phones.setAwake(line, false);
  for (const [at, how] of (["lost", "lost", "left", "lost"] as const).entries()) leaves[at]?.(how);
  expect(phones.size).toBe(0);
  expect([...phones.awake]).toEqual(["lost", "lost too"]);
  phones.join(new Line(), "lost")("left");
  expect([...phones.awake]).toEqual(["lost too"]);
  phones.forgetLost();
  expect(phones.awake.size).toBe(0);
});

test("a guest with two pages counts once, and not while both are out of sight", () => {
  const [one, two] = [new Line(), new Line()];
  phones.join(one, "anna");
  phones.join(two, "anna");
  expect(phones.awake.size).toBe(1);
  phones.setAwake(one, false);
  expect(phones.awake.size).toBe(1);
  phones.setAwake(two, false);
  expect(phones.awake.size).toBe(0);
});

test("nothing is followed for phones while there are none", () => {
  const leave = phones.join(new Line(), "anna");
  phones.join(new Line(), "ben")();
  expect(uses).toEqual([true]);
  leave();
  leave();
  expect(uses).toEqual([true, false]);
});
