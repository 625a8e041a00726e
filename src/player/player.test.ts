import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { playerOnFakes, system, visitor } from "./testing.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const takesThreeSeconds = (): Promise<{ ok: true; durationMs: null }> =>
  new Promise((resolve) => setTimeout(() => resolve({ ok: true, durationMs: null }), 3_000));

describe("one song after another", () => {
  test("the first song plays, and the next one is asked for early", async () => {
    const { player, speaker, events } = await playerOnFakes();
    expect(speaker.playing?.path).toBe("/music/1");
    expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "1" }, positionMs: 0 });
    expect(player.queue.map(({ id }) => id)).toEqual(["2"]);
    expect(player.health).toEqual({ state: "ok" });
    expect(events()).toEqual(["began 1"]);
  });

  test("a song that has finished was heard whole, and the queued one follows", async () => {
    const { time, events, player } = await playerOnFakes({ durationMs: 10_000 });
    await time(10_000);
    expect(events()).toEqual(["began 1", "ended 1 finished by nobody after 10000", "began 2"]);
    expect(player.queue.map(({ id }) => id)).toEqual(["3"]);
  });

  test("pauses and seeks are not heard", async () => {
    const { player, time, events } = await playerOnFakes();
    await time(2_000);
    await player.pause(visitor);
    await time(60_000);
    await player.play(visitor);
    await player.seek(100_000, visitor);
    await time(3_000);
    await player.skip(visitor);
    expect(events()).toContain("ended 1 skipped by guest after 5000");
  });

  test("a song without a file is unplayable, and the next one plays", async () => {
    const { events } = await playerOnFakes({ gone: ["/music/1"] });
    expect(events()).toEqual(["ended 1 unplayable by nobody after 0", "began 2"]);
  });

  test("a song that breaks off says what was heard of it", async () => {
    const { time, speaker, events } = await playerOnFakes();
    await time(4_000);
    speaker.end("unplayable");
    await time(0);
    expect(events()).toEqual(["began 1", "ended 1 unplayable by nobody after 4000", "began 2"]);
  });
});

describe("what people ask", () => {
  test("pause and play keep the song at its position", async () => {
    const { player, time, speaker } = await playerOnFakes();
    await time(5_000);
    await player.pause(visitor);
    expect(speaker.paused).toBe(true);
    expect(player.state).toMatchObject({
      intended: "paused",
      actual: { state: "paused", positionMs: 5_000 },
    });
    await player.play(visitor);
    expect(player.state).toMatchObject({
      intended: "playing",
      actual: { state: "playing", positionMs: 5_000 },
    });
  });

  test("two skips at once end two songs, each once", async () => {
    const { player, events } = await playerOnFakes();
    await Promise.all([player.skip(visitor), player.skip(visitor)]);
    expect(events()).toEqual([
      "began 1",
      "ended 1 skipped by guest after 0",
      "began 2",
      "ended 2 skipped by guest after 0",
      "began 3",
    ]);
  });

  test("a skip while a song loads waits for it, and ends it once", async () => {
    const { player, speaker, events, time } = await playerOnFakes();
    speaker.loadAnswers.push(takesThreeSeconds);
    const skips = Promise.all([player.skip(visitor), player.skip(visitor)]);
    await time(3_000);
    await skips;
    expect(events().filter((line) => line.startsWith("ended"))).toHaveLength(2);
    expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "3" } });
  });

  test("a pause while a song loads holds", async () => {
    const { player, speaker, time } = await playerOnFakes();
    speaker.loadAnswers.push(takesThreeSeconds);
    const done = Promise.all([player.skip(visitor), player.pause(visitor)]);
    await time(3_000);
    await done;
    expect(speaker.paused).toBe(true);
    expect(player.state.actual).toMatchObject({ state: "paused", pick: { id: "2" } });
  });

  test("a skip while paused shows the next song, which begins when it is played", async () => {
    const { player, events } = await playerOnFakes();
    await player.pause(visitor);
    await player.skip(visitor);
    expect(player.state.actual).toMatchObject({ state: "paused", pick: { id: "2" } });
    expect(events()).not.toContain("began 2");
    await player.play(visitor);
    expect(events()).toContain("began 2");
  });

  test("a seek past the end finishes the song", async () => {
    const { player, time, events } = await playerOnFakes({ durationMs: 60_000 });
    await time(1_000);
    await player.seek(90_000, visitor);
    await time(0);
    expect(events()).toEqual(["began 1", "ended 1 finished by nobody after 1000", "began 2"]);
  });

  test("the volume stays within its range and goes to the output", async () => {
    const { player, speaker } = await playerOnFakes();
    await player.setVolume(7, visitor);
    expect([player.state.volume, speaker.volume]).toEqual([1, 1]);
    await player.setVolume(0.25, visitor);
    expect([player.state.volume, speaker.volume]).toEqual([0.25, 0.25]);
  });
});

describe("another mood", () => {
  test("what is queued is asked for again, and the song goes on", async () => {
    const { player, events } = await playerOnFakes();
    await player.requeue();
    expect(player.queue.map(({ id }) => id)).toEqual(["3"]);
    expect(events()).toEqual(["began 1"]);
  });

  test("moving on fades out and replaces the song, once, however often it is asked for", async () => {
    const { player, speaker, events, time } = await playerOnFakes();
    await time(3_000);
    const moves = Promise.all([player.moveOn(system), player.moveOn(system)]);
    await time(1_750);
    expect(events()).toEqual(["began 1"]);
    await time(250);
    await moves;
    expect(events()).toEqual(["began 1", "ended 1 replaced by system after 4750", "began 2"]);
    expect(speaker.faded).toBe(false);
  });

  test("a song that is paused while it fades stays, at its full volume", async () => {
    const { player, speaker, events, time } = await playerOnFakes();
    const move = player.moveOn(system);
    await time(1_000);
    await player.pause(visitor);
    await time(2_000);
    await move;
    expect(events()).toEqual(["began 1"]);
    expect(speaker.faded).toBe(false);
  });

  test("a song that ends while it fades is followed by one, not two", async () => {
    const { player, events, time } = await playerOnFakes({ durationMs: 4_000 });
    await time(3_000);
    const move = player.moveOn(system);
    await time(2_500);
    await move;
    expect(events()).toEqual(["began 1", "ended 1 finished by nobody after 4000", "began 2"]);
  });

  test("a paused song is not replaced", async () => {
    const { player, events } = await playerOnFakes();
    await player.pause(visitor);
    await player.moveOn(system);
    expect(events()).toEqual(["began 1"]);
  });

  test("nothing fades where nothing follows", async () => {
    const { player, speaker, events } = await playerOnFakes({ songs: 1 });
    await player.moveOn(system);
    expect(speaker.faded).toBe(false);
    expect(events()).toEqual(["began 1"]);
  });
});

describe("telling", () => {
  test("a position that runs as told is not told again", async () => {
    const { player, time, changes } = await playerOnFakes({ durationMs: 600_000 });
    const before = changes();
    await time(300_000);
    expect(changes()).toBe(before);
    expect(player.state.actual).toMatchObject({ positionMs: 0 });
  });

  test("a position that is off by more than a second is", async () => {
    const { player, time, changes, speaker } = await playerOnFakes({ durationMs: 600_000 });
    await time(10_000);
    const before = changes();
    speaker.positionMs -= 1_600;
    await time(250);
    expect(changes()).toBe(before + 1);
    expect(player.state.actual).toMatchObject({ positionMs: 8_650, at: Date.now() });
  });

  test("a command that changes nothing is not told", async () => {
    const { player, changes } = await playerOnFakes();
    const before = changes();
    await player.setVolume(player.state.volume, visitor);
    expect(changes()).toBe(before);
  });
});
