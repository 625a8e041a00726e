import fc from "fast-check";
import { expect, test } from "vitest";
import { TapGate } from "./tap-gate.ts";

function gated() {
  let now = 0;
  const gate = new TapGate({ monotonic: () => now });
  const pass = (ms: number) => {
    now += ms;
  };
  return { gate, pass };
}

test("a card that is held for a minute counts once, and once more when it comes again", () => {
  const { gate, pass } = gated();
  const taken: boolean[] = [];
  for (let ms = 0; ms < 60_000; ms += 1_000) {
    taken.push(gate.take("04A2"));
    pass(1_000);
  }
  expect(taken.filter(Boolean)).toHaveLength(1);
  pass(2_500);
  expect(gate.take("04A2")).toBe(true);
});

test("two people's cards at once both count, however often the reader tells of them in turn", () => {
  const { gate, pass } = gated();
  const taken = Array.from({ length: 20 }, (_, n) => {
    pass(500);
    return gate.take(n % 2 ? "1111" : "2222");
  });
  expect(taken.filter(Boolean)).toHaveLength(2);
});

test("whoever tries numbers tries ten, and then ten a minute", () => {
  const { gate, pass } = gated();
  let tried = 0;
  for (let ms = 0; ms < 3_600_000; ms += 50) {
    if (gate.take(`${ms}`)) {
      tried++;
      gate.wasStranger();
    }
    pass(50);
  }
  expect(tried).toBeLessThanOrEqual(10 + 600);
  expect(tried).toBeGreaterThan(590);
});

test("whatever comes: no number counts twice within two and a half seconds", () => {
  const taps = fc.array(fc.record({ card: fc.nat(3), pauseMs: fc.nat(4_000) }), { maxLength: 100 });
  fc.assert(
    fc.property(taps, (some) => {
      const { gate, pass } = gated();
      const last = new Map<number, number>();
      let now = 0;
      for (const { card, pauseMs } of some) {
        pass(pauseMs);
        now += pauseMs;
        if (!gate.take(`card ${card}`)) continue;
        expect(now - (last.get(card) ?? -10_000)).toBeGreaterThanOrEqual(2_500);
        last.set(card, now);
      }
    }),
  );
});
