import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { SkipVote } from "./skip-vote.ts";

let vote: SkipVote;
beforeEach(() => {
  vote = new SkipVote();
  vote.about("song");
});
const half = { share: 0.5, least: 1 };
const phones = (count: number) => new Set(Array.from({ length: count }, (_, n) => `guest ${n}`));

test("it takes the share of the phones that are awake", () => {
  vote.vote("guest 0", "song");
  vote.vote("guest 1", "song");
  expect(vote.tally(phones(6), half)).toEqual({ votes: 2, needed: 3, phones: 6, passes: false });
  vote.vote("guest 2", "song");
  expect(vote.tally(phones(6), half).passes).toBe(true);
});

test("a share of a tenth of ten phones is one phone, and the least number still counts", () => {
  expect(vote.tally(phones(10), { share: 0.1, least: 1 }).needed).toBe(2);
  expect(vote.tally(phones(30), { share: 0.1, least: 1 }).needed).toBe(3);
  expect(vote.tally(phones(30), { share: 0.1, least: 5 }).needed).toBe(5);
});

test("one alone skips nothing where another phone is there, and alone only where the owner says that one is enough", () => {
  vote.vote("guest 0", "song");
  expect(vote.tally(phones(2), { share: 0.1, least: 1 }).passes).toBe(false);
  expect(vote.tally(phones(1), { share: 0.5, least: 2 }).passes).toBe(false);
  expect(vote.tally(phones(1), half).passes).toBe(true);
});

test("a guest has one vote, which can be taken back", () => {
  vote.vote("guest 0", "song");
  vote.vote("guest 0", "song");
  expect(vote.tally(phones(9), half).votes).toBe(1);
  vote.takeBack("guest 0");
  expect(vote.has("guest 0")).toBe(false);
  expect(vote.tally(phones(9), half).votes).toBe(0);
});

test("with the song all votes are over, and a vote about the song before it counts for nothing", () => {
  vote.vote("guest 0", "song");
  vote.about("song");
  expect(vote.has("guest 0")).toBe(true);
  vote.about("another");
  expect(vote.has("guest 0")).toBe(false);
  expect(vote.vote("guest 0", "song")).toBe(false);
  expect(vote.tally(phones(1), half).passes).toBe(false);
});

test("whoever voted and put the phone away still counts, on both sides", () => {
  vote.vote("gone", "song");
  expect(vote.tally(phones(3), half)).toMatchObject({ votes: 1, phones: 4, needed: 2 });
});

test("whatever the settings and the phones, it never passes without the share, the least number and a second phone", () => {
  const share = fc.double({ min: 0.1, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      share,
      fc.integer({ min: 1, max: 50 }),
      fc.nat(60),
      fc.nat(60),
      (of, least, awake, voters) => {
        const some = new SkipVote();
        some.about("song");
        for (let n = 0; n < voters; n++) some.vote(`guest ${n}`, "song");
        const { votes, phones: there, passes } = some.tally(phones(awake), { share: of, least });
        expect(there).toBe(Math.max(awake, voters));
        if (passes) {
          expect(votes).toBeGreaterThanOrEqual(least);
          expect(votes / there).toBeGreaterThanOrEqual(of - 1e-6);
          expect(there === 1 || votes > 1).toBe(true);
        }
      },
    ),
  );
});
