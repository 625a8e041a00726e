import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Attempts, type Trier } from "./attempts.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function counted() {
  let now = 0;
  const attempts = new Attempts({ monotonic: () => now });
  return {
    attempts,
    pass: (ms: number) => {
      now += ms;
    },
    at: () => now,
  };
}
const anna: Trier = { key: "anna", kind: "known", here: false };

/** Tries as fast as it may for so long. Answers when each attempt was. */
function tryAllTheTime(trier: Trier, forMs: number): number[] {
  const { attempts, pass, at } = counted();
  const times: number[] = [];
  while (at() < forMs) {
    const waitMs = attempts.take([trier]);
    if (waitMs === 0) times.push(at());
    else pass(waitMs);
  }
  return times;
}
const within = (times: readonly number[], from: number, ms: number) =>
  times.filter((time) => time >= from && time < from + ms).length;

describe("somebody who tries as fast as they may", () => {
  const times = tryAllTheTime(anna, 60 * DAY);

  test("tries once a second, 5 times a minute, 20 times an hour", () => {
    for (const from of times) {
      expect(within(times, from, SECOND)).toBe(1);
      expect(within(times, from, MINUTE)).toBeLessThanOrEqual(5);
      expect(within(times, from, HOUR)).toBeLessThanOrEqual(20);
    }
    expect(within(times, 0, HOUR)).toBe(20);
  });

  test("then waits longer and longer, up to a day", () => {
    const late = times.slice(20);
    const waits = late.slice(1).map((time, n) => time - (late[n] ?? 0));
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBe(DAY);
  });

  test("so 60 days are worth less than a hundred of ten thousand PINs", () => {
    expect(times.length).toBeLessThan(100);
  });
});

test("at the appliance itself no wait is longer than a minute, whatever was tried before", () => {
  const times = tryAllTheTime({ ...anna, here: true }, DAY);
  const waits = times.slice(1).map((time, n) => time - (times[n] ?? 0));
  expect(Math.max(...waits)).toBeLessThanOrEqual(MINUTE);
  // And 4 digits still last for days.
  expect(times.length).toBeLessThan(1_500);
});

test("what goes well does not count, and forgives nothing that failed before", () => {
  const { attempts, pass } = counted();
  for (let n = 0; n < 4; n++) {
    expect(attempts.take([anna])).toBe(0);
    pass(SECOND);
  }
  for (let n = 0; n < 50; n++) {
    expect(attempts.take([anna])).toBe(0);
    attempts.giveBack([anna]);
  }
  expect(attempts.take([anna])).toBe(0);
  pass(SECOND);
  expect(attempts.take([anna])).toBeGreaterThan(50 * SECOND);
});

test("the attempt that began a wait ends it where it went well", () => {
  const { attempts, pass } = counted();
  for (let n = 0; n < 20; n++) {
    pass(MINUTE);
    expect(attempts.take([anna])).toBe(0);
  }
  expect(attempts.take([anna])).toBe(HOUR);
  attempts.giveBack([anna]);
  expect(attempts.take([anna])).toBe(0);
});

test("after a week without a failure all is forgotten", () => {
  const { attempts, pass } = counted();
  for (let n = 0; n < 20; n++) {
    pass(MINUTE);
    attempts.take([anna]);
  }
  pass(7 * DAY);
  for (let n = 0; n < 5; n++) {
    expect(attempts.take([anna])).toBe(0);
    pass(SECOND);
  }
});

test("at the appliance twenty who mistyped make nobody wait once an hour has passed, however often somebody mistypes later", () => {
  const { attempts, pass } = counted();
  const here: Trier = { key: "here", kind: "known", here: true };
  for (let n = 0; n < 20; n++) {
    expect(attempts.take([here])).toBe(0);
    pass(2.5 * MINUTE);
  }
  // While these are of this hour each one more costs a minute.
  expect(attempts.take([here])).toBe(0);
  expect(attempts.take([here])).toBe(MINUTE);
  pass(HOUR);
  for (let n = 0; n < 50; n++) {
    expect(attempts.take([here])).toBe(0);
    expect(attempts.take([here])).toBe(SECOND);
    pass(10 * MINUTE);
  }
});

test("of several that try together none counts where one has to wait", () => {
  const { attempts, pass } = counted();
  const ben = { ...anna, key: "ben" };
  attempts.take([anna]);
  expect(attempts.take([anna, ben])).toBe(SECOND);
  expect(attempts.take([ben])).toBe(0);
  pass(SECOND);
  expect(attempts.take([anna, ben])).toBe(0);
});

test("twenty thousand names that somebody made up take no more memory than five thousand", () => {
  const { attempts, pass } = counted();
  for (let n = 0; n < 20_000; n++) {
    attempts.take([{ key: `made up ${n}`, kind: "name", here: false }]);
    pass(1);
  }
  expect(attempts.keys).toBe(5_000);
});

test("of whom there really is the count stays, however many names and addresses somebody makes up", () => {
  const { attempts, pass } = counted();
  for (let n = 0; n < 20; n++) {
    attempts.take([anna]);
    pass(MINUTE);
  }
  const waitMs = attempts.take([anna]);
  expect(waitMs).toBeGreaterThan(50 * MINUTE);
  for (let n = 0; n < 20_000; n++)
    attempts.take([
      { key: `made up ${n}`, kind: "name", here: false },
      { key: `from ${n}`, kind: "address", here: false },
    ]);
  expect(attempts.keys).toBe(10_001);
  expect(attempts.take([anna])).toBe(waitMs);
});

test("what went well leaves nothing behind that another one would give way to", () => {
  const { attempts } = counted();
  attempts.take([anna]);
  attempts.giveBack([anna]);
  expect(attempts.keys).toBe(0);
});

test("whoever tries whatever: nobody's limits are passed, and nobody waits for what others did", () => {
  const tries = fc.array(
    fc.record({ who: fc.nat(3), pauseMs: fc.integer({ min: 0, max: 20 * MINUTE }), isRight: fc.boolean() }),
    { maxLength: 300 },
  );
  fc.assert(
    fc.property(tries, (some) => {
      const { attempts, pass, at } = counted();
      const failed = new Map<number, number[]>();
      const tried = new Set<number>();
      for (const { who, pauseMs, isRight } of some) {
        pass(pauseMs);
        const trier: Trier = { key: `${who}`, kind: "known", here: who === 0 };
        const waitMs = attempts.take([trier]);
        if (!tried.has(who)) expect(waitMs).toBe(0);
        if (trier.here) expect(waitMs).toBeLessThanOrEqual(MINUTE);
        tried.add(who);
        if (waitMs > 0) continue;
        if (isRight) attempts.giveBack([trier]);
        else failed.set(who, [...(failed.get(who) ?? []), at()]);
      }
      for (const [who, times] of failed)
        for (const from of times) {
          expect(within(times, from, SECOND)).toBe(1);
          expect(within(times, from, MINUTE)).toBeLessThanOrEqual(5);
          if (who !== 0) expect(within(times, from, HOUR)).toBeLessThanOrEqual(20);
        }
    }),
  );
});
