import { expect, test } from "vitest";
import { HashLanes } from "./hash-lanes.ts";

function slowWork() {
  let running = 0;
  let mostRunning = 0;
  const ends: (() => void)[] = [];
  const work = async () => {
    running++;
    mostRunning = Math.max(mostRunning, running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running--;
  };
  const endOne = async () => {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { work, endOne, started: () => ends.length, most: () => mostRunning };
}

test("one at a time runs for each lane, the others wait for it", async () => {
  const lanes = new HashLanes();
  const { work, endOne, most } = slowWork();
  const all = [1, 2, 3].flatMap(() => [lanes.run("here", work), lanes.run("away", work)]);
  for (let n = 0; n < 12; n++) await endOne();
  await Promise.all(all);
  expect(most()).toBe(2);
});

test("a flood from the network is turned away and never keeps anybody at the appliance waiting", async () => {
  const lanes = new HashLanes();
  const { work, started } = slowWork();
  const flood = Array.from({ length: 1_000 }, () => lanes.run("away", work));
  expect(flood.filter((each) => each === null)).toHaveLength(1_000 - 17);
  await new Promise((resolve) => setImmediate(resolve));
  expect(started()).toBe(1);
  expect(lanes.run("here", work)).not.toBeNull();
  await new Promise((resolve) => setImmediate(resolve));
  expect(started()).toBe(2);
});

test("one that fails is its own affair", async () => {
  const lanes = new HashLanes();
  const failing = lanes.run("here", () => Promise.reject(new Error("no")));
  const fine = lanes.run("here", async () => 1);
  await expect(failing).rejects.toThrow("no");
  expect(await fine).toBe(1);
});
