import { vi } from "vitest";
import type { LoadRequest, OutputEvent } from "../output.ts";
import { quiet } from "../testing.ts";
import { FakeOutput } from "../testing-output.ts";
import type { Deck } from "./deck.ts";
import { Decks } from "./decks.ts";

export class FakeDeck extends FakeOutput implements Deck {
  said: string[] = [];
  /** Of its starts, those that did not ask the device for a sound. */
  standBys = 0;

  async standBy() {
    this.standBys += 1;
    return this.start();
  }

  async comeIn(durationMs: number, shape: string): Promise<void> {
    this.said.push(`in ${durationMs} ${shape}`);
    this.paused = false;
  }

  override async fade(to: "out" | "in", durationMs: number, shape = "ear"): Promise<void> {
    this.said.push(`${to} ${durationMs} ${shape}`);
    await super.fade(to, durationMs);
  }

  async unload(): Promise<void> {
    this.playing = null;
    this.prepared = null;
  }
}

export const song = (path: string): LoadRequest => ({ path, startAtMs: 0, paused: false, gainDb: null });

/** Two decks that were started, whose time goes by fake timers. */
export async function twoDecks(
  options: {
    seconds?: number;
    forbidden?: boolean;
    durationMs?: number;
    /** What plays on each when it starts; null where one is idle. */
    left?: readonly [string | null, string | null];
  } = {},
) {
  const { seconds = 5, forbidden = false, durationMs = 60_000, left } = options;
  const [a, b] = [new FakeDeck({ durationMs }), new FakeDeck({ durationMs })];
  for (const [n, deck] of [a, b].entries()) deck.adopted = [left?.[n] ?? []].flat();
  const decks = new Decks({
    decks: [a, b],
    secondWasLeft: async () => left !== undefined,
    crossfadeMs: () => seconds * 1_000,
    forbidden,
    log: quiet,
  });
  const events: OutputEvent["type"][] = [];
  decks.on(({ type }) => type !== "position" && events.push(type));
  await decks.start();
  const time = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 250) {
      await vi.advanceTimersByTimeAsync(250);
      a.advance(250);
      b.advance(250);
    }
    await vi.advanceTimersByTimeAsync(0);
  };
  return { decks, a, b, events, time };
}
