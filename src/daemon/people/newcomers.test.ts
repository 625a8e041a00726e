import { beforeEach, expect, test } from "vitest";
import { Newcomers } from "./newcomers.ts";
import { away, here } from "./testing.ts";

let now: number;
let attempts: number;
let newcomers: Newcomers;
beforeEach(() => {
  [now, attempts] = [0, 0];
  newcomers = new Newcomers({
    accounts: {
      named: (name) => (name === "Anna" ? { fault: "taken", sentence: "Somebody is." } : { name }),
    },
    signIn: {
      takeAttempt: () => {
        attempts++;
        return 0;
      },
    },
    monotonic: () => now,
  });
});

/** How many attempts it was to register by this name. */
const costOf = (name: string, whence = here): number => {
  const before = attempts;
  newcomers.begin(name, whence);
  return attempts - before;
};

test("who was told that a name is free has had their attempt, once, also where others ask at the same time", () => {
  newcomers.ask("Kim", here);
  newcomers.ask("Lee", here);
  newcomers.ask("Kim", away);
  newcomers.ask("Anna", here);
  expect([costOf("kim"), costOf("Lee"), costOf("KIM", away)]).toEqual([0, 0, 0]);
  expect([costOf("kim"), costOf("Lee"), costOf("KIM", away), costOf("Anna")]).toEqual([1, 1, 1, 1]);
});

test("a name that was free at one screen is none that was asked for at another", () => {
  newcomers.ask("Kim", here);
  expect([costOf("Kim", away), costOf("Kim")]).toEqual([1, 0]);
});

test("who has not registered within ten minutes has gone", () => {
  newcomers.ask("Kim", here);
  newcomers.ask("Lee", here);
  now += 599_999;
  expect(costOf("Kim")).toBe(0);
  now += 1;
  expect(costOf("Lee")).toBe(1);
});

test("of names that nobody registers by the newest fifty are remembered", () => {
  for (let n = 0; n < 51; n++) newcomers.ask(`Name ${n}`, here);
  expect([costOf("Name 0"), costOf("Name 1"), costOf("Name 50")]).toEqual([1, 0, 0]);
});
