import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { AppState } from "../src/protocol/state.ts";
import { RunningDaemon, root } from "./running-daemon.ts";

const clip = join(root, "../shared/data/faces/sad-to-smiling.mp4");
const recording = join(root, "test/recordings/sad-to-smiling.observations.jsonl");
const music = join(root, "build/demo/music");

let daemon: RunningDaemon | undefined;
afterEach(async () => {
  await daemon?.stop();
  daemon = undefined;
});

const byFaces = (fits: (valence: number) => boolean) => (state: AppState) =>
  state.mood.basis === "faces" && fits(state.mood.affect.valence);
const songOfHalf =
  (sign: -1 | 1) =>
  ({ player: { actual } }: AppState) =>
    actual.state === "playing" &&
    actual.pick.item.kind === "track" &&
    Math.sign(actual.pick.item.track.affect?.point.valence ?? 0) === sign;

/** A face that cries and then smiles: the mood goes from the unpleasant half to the pleasant half. */
async function followFromSadToSmiling(camera: string): Promise<RunningDaemon> {
  const running = await RunningDaemon.start(["--camera", camera, "--music", music, "--output", "null"]);
  daemon = running;
  // The clip changes within 20 seconds; a room's mood takes longer by default.
  await running.set({ moodHalfLifeMs: 1_500, moodDwellMs: 1_000, onMoodChange: "fade", adventure: 0 });
  await running.until(
    "an unpleasant mood",
    byFaces((valence) => valence < -0.15),
  );
  return running;
}

test("a recording of observations drives mood and songs through both halves", async () => {
  const running = await followFromSadToSmiling(recording);
  await running.until("a song of the unpleasant half", songOfHalf(-1));
  await running.until(
    "a pleasant mood",
    byFaces((valence) => valence > 0.3),
  );
  await running.until("a song of the pleasant half", songOfHalf(1));
});

test.skipIf(!existsSync(clip))(
  "the clip itself turns the mood through camera and model (skipped without ../shared/data)",
  async () => {
    const running = await followFromSadToSmiling(clip);
    await running.until(
      "a pleasant mood",
      byFaces((valence) => valence > 0.3),
    );
    expect(running.state.health.vision).toEqual({ state: "ok" });
  },
);
