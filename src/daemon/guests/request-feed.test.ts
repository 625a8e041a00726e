import { expect, test } from "vitest";
import type { PlayerState } from "../../protocol/music.ts";
import type { Id } from "../../protocol/time.ts";
import { systemClock } from "../clock.ts";
import { silentLog } from "../testing.ts";
import { RequestFeed } from "./request-feed.ts";
import { RequestLine } from "./request-line.ts";

/** A player that plays nothing yet, and what is handed to it. */
function feedAt(actual: PlayerState["actual"]) {
  const handed: Id[] = [];
  const state: PlayerState = { intended: "playing", output: "null", volume: 1, actual };
  let ids = 0;
  const line = new RequestLine({
    clock: systemClock,
    newId: () => `${ids++}`,
    rules: () => ({ waiting: 3, hourly: 3 }),
  });
  const feed = new RequestFeed({
    line,
    spacing: () => 0,
    turnWaits: () => false,
    player: () => ({ queue: [], state, requeue: async () => undefined }),
    asking: {
      queueTrack: async (track) => {
        handed.push(track);
        return { because: "later", sentence: "" };
      },
      unqueue: async () => null,
    },
    onGone: () => undefined,
    onChange: () => undefined,
    clock: systemClock,
    log: silentLog,
  });
  return { line, feed, handed };
}

test.each([
  ["waits for the first song of a start", "starting", false],
  ["is what plays where Mien finds nothing to play", "nothing-playable", true],
] as const)("a wish %s", async (_, because, isHanded) => {
  const { line, feed, handed } = feedAt({ state: "idle", because });
  line.ask("anna", { track: "wish", title: "Wish", artists: ["Ana"] });
  feed.tend();
  await feed.take("another one");
  expect(handed.length > 0).toBe(isHanded);
  await feed.stop();
});
