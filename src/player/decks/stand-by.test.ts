import { expect, test } from "vitest";
import type { Output } from "../output.ts";
import { quiet } from "../testing.ts";
import { StandBy } from "./stand-by.ts";
import { FakeDeck } from "./testing-decks.ts";

type Started = Awaited<ReturnType<Output["start"]>>;

test("a start that was given up says nothing of the deck that was started after it", async () => {
  const answers: ((started: Started) => void)[] = [];
  class SlowDeck extends FakeDeck {
    override standBy = () => new Promise<Started>((resolve) => answers.push(resolve));
  }
  const deck = new SlowDeck({ durationMs: 60_000 });
  const standBy = new StandBy({ deck, takesOne: false, log: quiet });
  const first = standBy.runs();
  standBy.begin(deck, { takesOne: false, up: false });
  const second = standBy.runs();
  answers[0]?.({ ok: false, reason: "mpv-gone", detail: "stopped before it was ready" });
  expect(await first).toBe(false);
  expect(standBy.coming).toBe(true);
  answers[1]?.({ ok: true });
  expect(await second).toBe(true);
  expect(standBy.up).toBe(true);
  expect(answers).toHaveLength(2);
});
