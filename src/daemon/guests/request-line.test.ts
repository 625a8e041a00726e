import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import type { PhoneSong } from "../../protocol/guests.ts";
import { type LineRules, MOST_WAITING, type Request, RequestLine, shareAnArtist } from "./request-line.ts";

const HOUR = 3_600_000;
let now = 0;
let ids = 0;
const lineWith = (rules: LineRules) =>
  new RequestLine({
    clock: { now: () => 1_000_000_000 + now, monotonic: () => now },
    newId: () => `request ${++ids}`,
    rules: () => rules,
  });
beforeEach(() => {
  now = 0;
});

const song = (name: string, artist = `Artist of ${name}`): PhoneSong => ({
  track: name,
  title: name,
  artists: [artist],
});
const order = (line: RequestLine) => line.waiting.map(({ song: { title } }) => title);
const generous = { waiting: 10, hourly: 60 };
const asked = (line: RequestLine, guest: string, name: string, artist?: string): Request => {
  const outcome = line.ask(guest, song(name, artist));
  if ("because" in outcome) throw new Error(outcome.because);
  return outcome;
};
/** The next song goes to the player and is heard. */
function hear(line: RequestLine, before: readonly string[] = []): Request | null {
  const next = line.next(before);
  if (next === null) return null;
  line.handOver(next, `pick of ${next.id}`);
  line.began();
  return next;
}

describe("turns", () => {
  test("each guest has one song heard before anybody has a second one", () => {
    const line = lineWith(generous);
    for (const name of ["a1", "a2", "a3"]) asked(line, "a", name);
    for (const name of ["b1", "b2"]) asked(line, "b", name);
    asked(line, "c", "c1");
    expect(order(line)).toEqual(["a1", "b1", "c1", "a2", "b2", "a3"]);
  });

  test("whoever comes goes before the guest who had their turn just now, and after all others", () => {
    const line = lineWith(generous);
    for (const name of ["a1", "a2", "a3"]) asked(line, "a", name);
    for (const name of ["b1", "b2"]) asked(line, "b", name);
    hear(line);
    hear(line);
    asked(line, "late", "l1");
    expect(order(line)).toEqual(["a2", "l1", "b2", "a3"]);
  });

  test("however many come, whoever waits is heard after those who were there at their last turn", () => {
    const line = lineWith({ waiting: 2, hourly: 60 });
    asked(line, "a", "a1");
    asked(line, "a", "a2");
    hear(line);
    asked(line, "new 0", "n0");
    const heard: (string | undefined)[] = [];
    for (let n = 1; n <= 4; n++) {
      heard.push(hear(line)?.song.title);
      asked(line, `new ${n}`, `n${n}`);
    }
    expect(heard.slice(0, 2)).toEqual(["n0", "a2"]);
  });

  test("a song in the player's queue is the first one, and its guest's next one the last of the round", () => {
    const line = lineWith(generous);
    asked(line, "a", "a1");
    asked(line, "a", "a2");
    asked(line, "b", "b1");
    const next = line.next([]);
    if (next) line.handOver(next, "pick");
    expect(order(line)).toEqual(["a1", "b1", "a2"]);
    expect(line.next([])).toBeNull();
  });

  test("a song that comes back out of the player's queue is still the next one", () => {
    const line = lineWith(generous);
    asked(line, "a", "a1");
    asked(line, "b", "b1");
    const next = line.next([]);
    if (next) line.handOver(next, "pick");
    line.takeBack();
    expect(order(line)).toEqual(["a1", "b1"]);
    expect(line.next([])?.song.title).toBe("a1");
  });
});

describe("artists", () => {
  test("no artist waits twice, in whatever case they are written", () => {
    const line = lineWith(generous);
    asked(line, "a", "one", "Björk");
    expect(line.ask("b", song("two", "BJÖRK"))).toEqual({ because: "artist-coming", again: null });
    expect(line.ask("b", song("one"))).toEqual({ because: "coming" });
  });

  test("a song whose artist plays lets the next guest's go first, and keeps its place", () => {
    const line = lineWith(generous);
    asked(line, "a", "a1", "Ana");
    asked(line, "b", "b1");
    expect(hear(line, ["ana"])?.song.title).toBe("b1");
    expect(hear(line)?.song.title).toBe("a1");
  });
});

describe("limits", () => {
  test("so many wait of one guest, and another may as soon as one was heard or taken back", () => {
    const line = lineWith({ waiting: 2, hourly: 60 });
    const first = asked(line, "a", "a1");
    asked(line, "a", "a2");
    expect(line.ask("a", song("a3"))).toEqual({ because: "waiting", most: 2 });
    line.take(first.id);
    asked(line, "a", "a3");
    hear(line);
    expect(line.limit("a")).toBeNull();
  });

  test("so many within an hour, and then it says from when on another one is taken", () => {
    const line = lineWith({ waiting: 10, hourly: 2 });
    asked(line, "a", "a1");
    now += 600_000;
    asked(line, "a", "a2");
    hear(line);
    hear(line);
    const again = 1_000_000_000 + HOUR;
    expect(line.ask("a", song("a3"))).toEqual({ because: "hour", most: 2, again });
    now = HOUR;
    asked(line, "a", "a3");
    expect(line.limit("a")).toMatchObject({ because: "hour", again: again + 600_000 });
  });

  test("what is taken back does not count for the hour; somebody else's counts for nobody", () => {
    const line = lineWith({ waiting: 10, hourly: 1 });
    const first = asked(line, "a", "a1");
    line.take(first.id);
    asked(line, "a", "a2");
    asked(line, "b", "b1");
    expect(line.limit("a")?.because).toBe("hour");
  });

  test("nobody asks for more than the list holds", () => {
    const line = lineWith({ waiting: 1, hourly: 1 });
    for (let n = 0; n < MOST_WAITING; n++) asked(line, `guest ${n}`, `song ${n}`);
    expect(line.ask("one more", song("other"))).toEqual({ because: "full" });
  });

  test("nobody is remembered for longer than the hour", () => {
    const line = lineWith(generous);
    asked(line, "a", "a1");
    hear(line);
    line.look();
    expect(line.remembered).toBe(1);
    now += HOUR;
    line.look();
    expect(line.remembered).toBe(0);
  });
});

/** What guests and the player may do, in any order. */
type Step =
  | { do: "ask"; guest: number; artist: number }
  | { do: "take"; at: number }
  | { do: "hear" | "hand" | "back" | "began" }
  | { do: "pass"; ms: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("ask" as const), guest: fc.nat(4), artist: fc.nat(40) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("take" as const), at: fc.nat(12) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom("hear" as const, "hand" as const, "back" as const, "began" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("pass" as const), ms: fc.nat(2 * HOUR) }) },
);

test("over any history the next daemon knows the same line, and counts the same", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      now = 0;
      const rules = { waiting: 3, hourly: 4 };
      const line = lineWith(rules);
      for (const each of steps) act(line, each, new Map(), new Map());
      const kept = JSON.parse(JSON.stringify(line.kept));
      const guests = [0, 1, 2, 3, 4].map((n) => `guest ${n}`);
      now += 60_000;
      const before = [line.waiting, line.handed, guests.map((guest) => line.limit(guest))];
      // Its clock begins anew.
      const epoch = 1_000_000_000 + now;
      const next = new RequestLine({
        clock: { now: () => epoch, monotonic: () => 5 },
        newId: () => "new",
        rules: () => rules,
      });
      next.comeBack(kept, { agoMs: 60_000, isBack: () => true, stillWaits: true });
      expect([next.waiting, next.handed, guests.map((guest) => next.limit(guest))]).toEqual(before);
    }),
    { numRuns: 200 },
  );
});

test("over any history limits, artists and turns hold", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), fc.nat(3), fc.nat(6), (steps, waiting, hourly) => {
      now = 0;
      const rules = { waiting: waiting + 1, hourly: hourly + 1 };
      const line = lineWith(rules);
      /** Who had their turn since each guest began to wait without a break. */
      const turnsSince = new Map<string, Map<string, number>>();
      const times = new Map<string, { id: string; at: number }[]>();
      for (const each of steps) {
        act(line, each, turnsSince, times);
        check(line, rules, turnsSince, times);
      }
    }),
    { numRuns: 400 },
  );
});

function act(
  line: RequestLine,
  each: Step,
  turnsSince: Map<string, Map<string, number>>,
  times: Map<string, { id: string; at: number }[]>,
): void {
  if (each.do === "ask") {
    const guest = `guest ${each.guest}`;
    const outcome = line.ask(guest, song(`song ${ids}`, `artist ${each.artist}`));
    if (!("because" in outcome)) times.set(guest, [...(times.get(guest) ?? []), { id: outcome.id, at: now }]);
  }
  if (each.do === "take") {
    const request = line.waiting[each.at];
    if (request) {
      line.take(request.id);
      times.set(
        request.guest,
        (times.get(request.guest) ?? []).filter(({ id }) => id !== request.id),
      );
    }
  }
  if (each.do === "pass") now += each.ms;
  if (each.do === "hand" || each.do === "hear") {
    const next = line.next([]);
    if (next) line.handOver(next, "pick");
  }
  if (each.do === "back") line.takeBack();
  if ((each.do === "began" || each.do === "hear") && line.handed) {
    const { guest } = line.handed.request;
    line.began();
    for (const turns of turnsSince.values()) turns.set(guest, (turns.get(guest) ?? 0) + 1);
    turnsSince.delete(guest);
  }
}

function check(
  line: RequestLine,
  rules: LineRules,
  turnsSince: Map<string, Map<string, number>>,
  times: Map<string, { id: string; at: number }[]>,
): void {
  const { waiting } = line;
  const guests = new Set(waiting.map(({ guest }) => guest));
  for (const guest of turnsSince.keys()) if (!guests.has(guest)) turnsSince.delete(guest);
  for (const guest of guests) if (!turnsSince.has(guest)) turnsSince.set(guest, new Map());
  // Nobody has two turns while somebody else waits.
  for (const [guest, turns] of turnsSince)
    for (const [other, count] of turns) expect([guest, other, count <= 1]).toEqual([guest, other, true]);
  for (const guest of guests) expect(line.of(guest).length).toBeLessThanOrEqual(rules.waiting);
  for (const asks of times.values())
    expect(asks.filter(({ at }) => now - at < HOUR).length).toBeLessThanOrEqual(rules.hourly);
  for (const [at, one] of waiting.entries())
    for (const other of waiting.slice(at + 1))
      expect(shareAnArtist(one.song.artists, other.song.artists)).toBe(false);
  expect(waiting.length).toBeLessThanOrEqual(MOST_WAITING);
}
