import { expect, test } from "vitest";
import type { Bookmark } from "./bookmark.ts";
import { goOn } from "./go-on.ts";
import { pickNumber, trackPick } from "./testing.ts";

const minute = 60_000;
const [first, second] = [trackPick(1, 3 * minute), trackPick(2, 4 * minute)];
const at = (pick: typeof first) => ({ pick, path: `/music/${pick.id}` });
const noted = (more: Partial<Bookmark> = {}): Bookmark => ({
  song: at(first),
  next: at(second),
  positionMs: minute,
  heardMs: 50_000,
  intended: "playing",
  volume: 1,
  crashed: true,
  notedAt: 0,
  ...more,
});
const left = (adopted: readonly string[], playedAlone: readonly string[] = []) => ({ adopted, playedAlone });
const later = (now: number, lookUp = async (pick: typeof first): Promise<typeof first | null> => pick) => ({
  now,
  lookUp,
});

test("an mpv that is gone too says nothing: the song goes on at its place", async () => {
  const { song, finished } = await goOn(noted(), left([]), later(minute));
  expect(song).toMatchObject({ pick: { id: "1" }, positionMs: minute, heardMs: 50_000 });
  expect(finished).toEqual([]);
});

test("the song after it sounds: the one before was heard to its end, and this one began then", async () => {
  const { song, finished } = await goOn(noted(), left(["/music/2"], ["/music/1"]), later(3 * minute));
  expect(finished).toEqual([
    { pick: first, heardMs: 50_000 + 2 * minute, beganAt: null, endedAt: 2 * minute },
  ]);
  expect(song).toMatchObject({ pick: { id: "2" }, beganAlone: 2 * minute });
});

test("both are over: each is told with its time, and something else is to be played", async () => {
  const { song, finished } = await goOn(noted(), left([], ["/music/1", "/music/2"]), later(60 * minute));
  expect(song).toBeNull();
  expect(finished[1]).toEqual({
    pick: second,
    heardMs: 4 * minute,
    beganAt: 2 * minute,
    endedAt: 6 * minute,
  });
});

test("what had no time to sound is not told as heard", async () => {
  const { finished } = await goOn(noted(), left([], ["/music/1", "/music/2"]), later(2.5 * minute));
  expect(finished[1]).toMatchObject({ heardMs: minute / 2, endedAt: 2.5 * minute });
});

test("the song is over, and what was to follow was never begun: that is next", async () => {
  const { song, finished } = await goOn(noted(), left([], ["/music/1"]), later(60 * minute));
  expect(finished).toHaveLength(1);
  expect(song).toMatchObject({ pick: { id: "2" }, positionMs: 0, beganAlone: null });
});

test("a song that follows itself is told apart by how often it was played", async () => {
  const again = noted({ next: { pick: pickNumber(9), path: "/music/1" } });
  const goes = async (adopted: readonly string[], playedAlone: readonly string[]) => {
    const { song, finished } = await goOn(again, left(adopted, playedAlone), later(9 * minute));
    return [song?.pick.id ?? null, finished.map(({ pick }) => pick.id)];
  };
  expect(await goes(["/music/1"], [])).toEqual(["1", []]);
  expect(await goes(["/music/1"], ["/music/1"])).toEqual(["9", ["1"]]);
  expect(await goes([], ["/music/1", "/music/1"])).toEqual([null, ["1", "9"]]);
});

test("with two decks the one that waits is not taken for the one that sounds", async () => {
  const { song, finished } = await goOn(noted(), left(["/music/1", "/music/2"]), later(minute));
  expect([song?.pick.id, finished]).toEqual(["1", []]);
});

test("a song that is gone is not gone on with", async () => {
  const { song } = await goOn(
    noted(),
    left([]),
    later(minute, async () => null),
  );
  expect(song).toBeNull();
});
