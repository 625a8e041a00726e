import { expect, test } from "vitest";
import { HeldTries } from "./held-tries.ts";

const HOUR = 3_600_000;

function held() {
  let now = 0;
  const pass = (ms: number) => {
    now += ms;
  };
  const tries = new HeldTries({ monotonic: () => now, pause: async (ms) => pass(ms) });
  return {
    tries,
    pass,
    /** When it was looked at. */
    tryIt: (who: string, isRight: boolean) =>
      tries.run(
        who,
        async () => ({ isRight, at: now }),
        (answer) => !answer.isRight,
      ),
  };
}

test("each that fails holds back the next for twice as long, up to 12 seconds; an hour later for a second again", async () => {
  const { tryIt, pass } = held();
  const times: number[] = [];
  for (let n = 0; n < 8; n++) times.push((await tryIt("olga", false))?.at ?? Number.NaN);
  expect(times).toEqual([0, 1_000, 3_000, 7_000, 15_000, 27_000, 39_000, 51_000]);
  pass(HOUR);
  await tryIt("olga", false);
  expect((await tryIt("olga", true))?.at).toBe(51_000 + HOUR + 1_000);
});

test("what goes well holds nobody back, and forgives nothing that failed before", async () => {
  const { tryIt } = held();
  for (let n = 0; n < 10; n++) expect((await tryIt("olga", true))?.at).toBe(0);
  await tryIt("olga", false);
  await tryIt("olga", false);
  await tryIt("olga", true);
  await tryIt("olga", false);
  // A second, two, and four.
  expect((await tryIt("olga", true))?.at).toBe(7_000);
});

test("those who wait have their turns in the order in which they came, and those beyond five are sent away", async () => {
  const { tries } = held();
  const done: number[] = [];
  const all = Array.from({ length: 9 }, (_, n) =>
    tries.run(
      "olga",
      async () => done.push(n),
      () => true,
    ),
  );
  expect(all.slice(5)).toEqual([null, null, null, null]);
  await Promise.all(all);
  expect(done).toEqual([0, 1, 2, 3, 4]);
});

test("one that breaks, or that can't be done, holds nobody back", async () => {
  const { tries, tryIt } = held();
  const broken = tries.run(
    "olga",
    async () => {
      throw new Error("no memory");
    },
    () => true,
  );
  const undone = tries.run<boolean>(
    "olga",
    () => null,
    () => true,
  );
  await expect(broken).rejects.toThrow("no memory");
  expect(await undone).toBe(null);
  expect((await tryIt("olga", true))?.at).toBe(0);
  expect(tries.lines).toBe(0);
});

test("twenty thousand names that somebody made up take no more memory than five thousand", async () => {
  const { tries, tryIt } = held();
  for (let n = 0; n < 20_000; n++) await tryIt(`made up ${n}`, false);
  expect(tries.lines).toBe(5_000);
});
