import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { pickNumber, playerOnFakes, system, visitor } from "./testing.ts";
import type { FakeOutput } from "./testing-output.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const broken = async () => ({ ok: false, because: "unplayable", detail: "not music" }) as const;
const breakLoads = (output: FakeOutput, times: number): void => {
  for (let n = 0; n < times; n += 1) output.loadAnswers.push(broken);
};

describe("the last resort", () => {
  const piece = () => pickNumber(1_000 + pieces++);
  let pieces = 0;
  beforeEach(() => {
    pieces = 0;
  });

  test("plays when three songs in a row can't be played, and says why", async () => {
    const { player, events } = await playerOnFakes({
      lastResort: piece,
      prepare: ({ speaker }) => breakLoads(speaker, 3),
    });
    expect(events()).toContain("began 1000");
    expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "1000" } });
    expect(player.health).toMatchObject({ state: "degraded", reason: "nothing-playable" });
  });

  test("gives way to the library's next song that can be played", async () => {
    const { player, time } = await playerOnFakes({
      lastResort: piece,
      durationMs: 20_000,
      prepare: ({ speaker }) => breakLoads(speaker, 3),
    });
    await time(20_250);
    expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "4" } });
    expect(player.health).toEqual({ state: "ok" });
  });

  test("plays one piece after another for as long as the database can't be asked", async () => {
    const because = "Another program holds mien.db.";
    const { player, time, events } = await playerOnFakes({
      lastResort: piece,
      durationMs: 20_000,
      unavailable: because,
    });
    await time(50_000);
    expect(events().filter((line) => line.startsWith("began"))).toEqual([
      "began 1000",
      "began 1001",
      "began 1002",
    ]);
    expect(player.health).toMatchObject({ state: "degraded", reason: "store-unavailable", detail: because });
  });

  test("plays while nobody can say where the next song is, which comes after the piece that plays when that is known", async () => {
    const { player, music, time, events } = await playerOnFakes({
      lastResort: piece,
      durationMs: 20_000,
      lost: "Another program holds mien.db.",
    });
    expect(player.state.actual).toMatchObject({ state: "loading", pick: { id: "1" } });
    await time(26_000);
    expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "1001" } });
    // By itself: nobody asked for it, and nothing waits behind it.
    expect(player.queue.map(({ id }) => id)).toEqual(["1"]);
    expect(player.health).toMatchObject({ state: "degraded", reason: "store-unavailable" });
    music.lost = undefined;
    await time(20_000);
    expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "1" } });
    expect(events()).toEqual([
      ...["began 1000", "ended 1000 finished by nobody after 20000"],
      ...["began 1001", "ended 1001 finished by nobody after 20000", "began 1"],
    ]);
    expect(player.health).toEqual({ state: "ok" });
  });

  test("does not take the place of a song that is paused, and whose file nobody can tell", async () => {
    const { player, music, time } = await playerOnFakes({ lastResort: piece, lost: "The disk fails." });
    await player.pause(visitor);
    await time(60_000);
    expect(player.state.actual).toMatchObject({ pick: { id: "1" } });
    music.lost = undefined;
    await player.play(visitor);
    expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "1" } });
  });

  test("waits a moment before it begins, and gives way to music that comes only once it was heard for a while", async () => {
    const { player, music, time, events } = await playerOnFakes({ lastResort: piece, songs: 0 });
    expect(player.state.actual).toEqual({ state: "idle", because: "nothing-playable" });
    await time(5_250);
    expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "1000" } });
    music.songs = 9;
    await player.play(system);
    await time(18_000);
    expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "1000" } });
    expect(player.queue).toHaveLength(1);
    await time(2_500);
    expect(player.state.actual).toMatchObject({
      state: "playing",
      pick: { id: expect.stringMatching(/^\d$/) },
    });
    expect(events().at(-2)).toMatch(/^ended 1000 replaced by system after 20[0-9]{3}$/);
    expect(player.health).toEqual({ state: "ok" });
  });

  test("waits longer while the library is looked through for its first songs, and no piece is heard where one is found", async () => {
    const { player, music, time, events } = await playerOnFakes({
      lastResort: piece,
      songs: 0,
      looking: true,
    });
    await time(12_000);
    expect(player.state.actual).toEqual({ state: "idle", because: "starting" });
    expect(player.health).toEqual({ state: "starting" });
    music.songs = 9;
    await player.play(system);
    await time(0);
    expect(events().filter((line) => line.startsWith("began 100"))).toEqual([]);
    expect(player.state.actual).toMatchObject({ state: "playing" });
  });

  test("waits no longer than 20 seconds for a library that takes its time", async () => {
    const { player, time } = await playerOnFakes({ lastResort: piece, songs: 0, looking: true });
    await time(19_500);
    expect(player.state.actual).toMatchObject({ state: "idle" });
    await time(1_000);
    expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "1000" } });
  });

  test("that is paused stays, whatever music comes, until it was heard for a while", async () => {
    const { player, music, time } = await playerOnFakes({ lastResort: piece, songs: 0 });
    await time(5_250);
    await player.pause(visitor);
    music.songs = 9;
    await player.play(system);
    await player.pause(visitor);
    await time(60_000);
    expect(player.state.actual).toMatchObject({ state: "paused", pick: { id: "1000" } });
  });

  test("that can't be played either makes no storm", async () => {
    const { player, speaker, time } = await playerOnFakes({
      lastResort: piece,
      prepare: ({ speaker: broken }) => breakLoads(broken, 1_000),
    });
    expect(player.state.actual).toEqual({ state: "idle", because: "nothing-playable" });
    const { length } = speaker.loads;
    await time(4_000);
    expect(speaker.loads).toHaveLength(length);
    await time(60_000);
    expect(speaker.loads.length).toBeLessThan(12);
  });
});
