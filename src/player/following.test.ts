import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pickNumber, playerOnFakes, visitor } from "./testing.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An output that goes over to the next song by itself. */
const following = (options: Parameters<typeof playerOnFakes>[0] = {}) =>
  playerOnFakes({
    durationMs: 10_000,
    prepare: ({ speaker }) => Object.assign(speaker.capabilities, { gapless: true }),
    ...options,
  });

test("the song that is queued is prepared, and follows without another load", async () => {
  const { player, speaker, events, time } = await following();
  expect(speaker.prepared?.path).toBe("/music/2");
  await time(10_000);
  expect(events()).toEqual(["began 1", "ended 1 finished by nobody after 10000", "began 2"]);
  expect(speaker.loads).toHaveLength(1);
  expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "2" } });
  expect(player.queue.map(({ id }) => id)).toEqual(["3"]);
  expect(speaker.prepared?.path).toBe("/music/3");
});

test("song after song was heard whole", async () => {
  const { events, time } = await following();
  await time(40_000);
  expect(events().filter((line) => line.startsWith("ended"))).toEqual(
    [1, 2, 3, 4].map((n) => `ended ${n} finished by nobody after 10000`),
  );
});

test("another wish is prepared instead", async () => {
  const { player, speaker, time } = await following();
  await player.playNext(pickNumber(50), visitor);
  await time(0);
  expect(speaker.prepared?.path).toBe("/music/50");
  await time(10_000);
  expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "50" } });
});

test("another mood prepares another song", async () => {
  const { player, speaker, time } = await following();
  await player.requeue();
  await time(0);
  expect(speaker.prepared?.path).toBe("/music/3");
});

test("a song without a file is not prepared, and is passed over when it is due, which is no fault", async () => {
  const { speaker, events, warnings, time } = await following({ gone: ["/music/2"] });
  expect(speaker.prepared).toBeNull();
  await time(10_250);
  expect(events()).toEqual([
    "began 1",
    "ended 1 finished by nobody after 10000",
    "ended 2 unplayable by nobody after 0",
    "began 3",
  ]);
  expect(warnings).toEqual([]);
});

test("a skip in the very moment ends one song, and not two", async () => {
  const { player, speaker, events, time } = await following();
  await time(9_750);
  speaker.advance(250);
  await player.skip(visitor);
  await time(0);
  expect(events().filter((line) => line.startsWith("ended"))).toHaveLength(2);
  expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "3" } });
});

test("an output that is lost after it went over comes back with the song that followed", async () => {
  const { speaker, events, time } = await following();
  await time(12_000);
  speaker.lose("mpv-gone");
  await time(0);
  expect(speaker.loads.at(-1)).toMatchObject({ path: "/music/2", startAtMs: 2_000 });
  expect(speaker.prepared?.path).toBe("/music/3");
  expect(events()).toHaveLength(3);
});

const crossing = () =>
  following({
    prepare: ({ speaker }) => Object.assign(speaker.capabilities, { gapless: true, crossfade: true }),
  });

test("a skip, a wish and another mood come in over the song that plays, where songs cross over", async () => {
  const { player, speaker, time } = await crossing();
  await player.skip(visitor);
  expect(speaker.loads.at(-1)).toMatchObject({ path: "/music/2", overMs: 1_000 });
  await player.playNow(pickNumber(50), visitor);
  expect(speaker.loads.at(-1)).toMatchObject({ path: "/music/50", overMs: 1_000 });
  await player.moveOn(visitor);
  expect(speaker.loads.at(-1)).toMatchObject({ overMs: 2_000 });
  expect(speaker.faded).toBe(false);
  await time(10_000);
  expect(player.state.actual).toMatchObject({ state: "playing" });
});

test("a song that follows by itself, or comes back, is loaded over nothing", async () => {
  const { player, speaker, time } = await crossing();
  await player.skip(visitor);
  await time(2_000);
  speaker.lose("mpv-gone");
  await time(0);
  expect(speaker.loads.at(-1)).not.toHaveProperty("overMs");
});
