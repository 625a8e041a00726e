import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pickNumber, playerOnFakes, system, visitor } from "./testing.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const wished = pickNumber(70);

test("a song that is wanted now replaces the one that plays, and another one is chosen to follow it", async () => {
  const { player, time, events } = await playerOnFakes();
  await time(4_000);
  await player.playNow(wished, visitor);
  await time(0);
  expect(events()).toEqual(["began 1", "ended 1 replaced by guest after 4000", "began 70"]);
  expect(player.queue.map(({ id }) => id)).toEqual(["3"]);
});

test("it plays also where the music was paused", async () => {
  const { player, speaker } = await playerOnFakes();
  await player.pause(visitor);
  await player.playNow(wished, visitor);
  expect(player.state).toMatchObject({ intended: "playing", actual: { state: "playing", pick: wished } });
  expect(speaker.paused).toBe(false);
});

test("songs that are wanted next play after the running one, in the order in which they were asked for", async () => {
  const { player, time, events } = await playerOnFakes({ durationMs: 10_000 });
  await player.playNext(wished, visitor);
  await player.playNext(pickNumber(80), visitor);
  await player.requeue();
  expect(player.queue.slice(0, 2).map(({ id }) => id)).toEqual(["70", "80"]);
  await time(20_000);
  expect(events().filter((line) => line.startsWith("began"))).toEqual(["began 1", "began 70", "began 80"]);
});

test("where there was nothing to play, a wanted song plays at once", async () => {
  const { player } = await playerOnFakes({ songs: 0 });
  await player.playNext(wished, visitor);
  expect(player.state.actual).toMatchObject({ state: "playing", pick: wished });
  expect(player.queue).toEqual([]);
});

test("a song that is not wanted any more leaves the queue", async () => {
  const { player } = await playerOnFakes();
  await player.playNext(wished, visitor);
  await player.drop((pick) => pick.id === wished.id);
  expect(player.queue.map(({ id }) => id)).not.toContain(wished.id);
  expect(player.queue).toHaveLength(1);
});

test("who skips a certain song does not skip the one after it", async () => {
  const { player, events } = await playerOnFakes();
  const first = pickNumber(1);
  await Promise.all([player.skip(visitor, first), player.skip(visitor, first)]);
  expect(events()).toEqual(["began 1", "ended 1 skipped by guest after 0", "began 2"]);
});

test("another mood brings nobody's song sooner: the one that plays is heard to its end before it", async () => {
  const { player, speaker, time, events } = await playerOnFakes({ durationMs: 10_000 });
  await player.playNext(wished, visitor);
  const move = player.moveOn(system);
  await time(3_000);
  await move;
  expect([events(), speaker.faded]).toEqual([["began 1"], false]);
  await time(7_000);
  expect(events()).toEqual(["began 1", "ended 1 finished by nobody after 10000", "began 70"]);
});

test("a song that is wanted next while another mood's is being opened comes when this one has ended", async () => {
  const { player, speaker, time, events } = await playerOnFakes();
  let opened: () => void = () => undefined;
  speaker.whenPrepared = () =>
    new Promise((resolve) => {
      opened = resolve;
    });
  const move = player.moveOn(system);
  await time(0);
  await player.playNext(wished, visitor);
  opened();
  await time(3_000);
  await move;
  expect([events(), speaker.faded]).toEqual([["began 1"], false]);
});

test("a song that is wanted now while the mood fades over stays", async () => {
  const { player, time, events } = await playerOnFakes();
  const move = player.moveOn(system);
  await time(1_000);
  await player.playNow(wished, visitor);
  await time(2_000);
  await move;
  expect(events()).toEqual(["began 1", "ended 1 replaced by guest after 1000", "began 70"]);
});
