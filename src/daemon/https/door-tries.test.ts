import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Health } from "../../protocol/health.ts";
import { silentLog } from "../testing.ts";
import { DoorTries } from "./door-tries.ts";
import type { DoorFault } from "./secure-door.ts";

const taken: DoorFault = { reason: "https-port", detail: "Port 7374 is in use." };
const damaged: DoorFault = { reason: "https-certificate", detail: "There is no HTTPS: EACCES." };
const begin = 1_763_726_400_000;

let fault: DoorFault | null;
let triedAt: number[];
let health: Health | undefined;
let said: string[];
let tries: DoorTries;

beforeEach(() => {
  vi.useFakeTimers({ now: begin });
  [fault, triedAt, health, said] = [taken, [], undefined, []];
  tries = new DoorTries({
    open: async () => {
      triedAt.push((Date.now() - begin) / 1_000);
      return fault;
    },
    now: () => Date.now(),
    onHealth: (told) => {
      health = told;
    },
    log: { ...silentLog, error: (_: object, sentence: string) => void said.push(sentence) },
  });
});
afterEach(() => {
  tries.stop();
  vi.useRealTimers();
});

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);

test("a door that stays shut is tried after 5 s, then at pauses that double up to 5 minutes", async () => {
  tries.start();
  await pass(1_500);
  expect(triedAt).toEqual([0, 5, 15, 35, 75, 155, 315, 615, 915, 1_215]);
});

test("meanwhile the health names the cause, since when, and the next try", async () => {
  tries.start();
  await pass(6);
  expect(health).toEqual({
    ...{ state: "degraded", ...taken, since: begin },
    retryAt: begin + 15_000,
  });
});

test("as soon as it opens the health is well again, and nothing is tried any more", async () => {
  tries.start();
  await pass(20);
  fault = null;
  await pass(60);
  expect([health, triedAt]).toEqual([{ state: "ok" }, [0, 5, 15, 35]]);
});

test("one that opens at once says nothing", async () => {
  fault = null;
  tries.start();
  await pass(3_600);
  expect([health, triedAt, said]).toEqual([undefined, [0], []]);
});

test("the log says each cause once, and another one when it comes", async () => {
  tries.start();
  await pass(100);
  fault = damaged;
  await pass(3_600);
  expect(said).toEqual([taken.detail, damaged.detail]);
  expect(health).toMatchObject({ reason: "https-certificate", since: begin });
});

test("an end while one is tried or waited for is the end of it", async () => {
  tries.start();
  await pass(6);
  const before = health;
  tries.stop();
  await pass(3_600);
  expect([health, triedAt]).toEqual([before, [0, 5]]);
});
