import { expect, test } from "vitest";
import type { Pick, PlayerState } from "../../protocol/music.ts";
import { someState } from "../testing-state.ts";
import { comingSongs } from "./coming-songs.ts";

const song = (title: string, minutes: number, asked = true): Pick =>
  ({
    id: title,
    item: { kind: "track", track: { id: title, title, artists: [title], durationMs: minutes * 60_000 } },
    reasons: asked ? [{ kind: "asked", by: { kind: "owner" } }] : [],
  }) as unknown as Pick;
const minute = (n: number): number => n * 60_000;
const state = (actual: PlayerState["actual"]): PlayerState => ({ ...someState.player, actual });
const at = (songs: ReturnType<typeof comingSongs>) =>
  songs.map(({ artists, heard }) => [
    artists[0],
    heard && heard.from / minute(1),
    heard && heard.until / minute(1),
  ]);

test("each song that plays or was asked for is heard when those before it are over", () => {
  const playing = state({ state: "playing", pick: song("on", 4), positionMs: minute(1), at: minute(10) });
  const queue = [song("first", 3), song("second", 2), song("chosen", 3, false)];
  const later = [{ track: "later", title: "later", artists: ["later"] }];
  expect(at(comingSongs({ state: playing, queue }, later, minute(11)))).toEqual([
    ["on", 9, 13],
    ["first", 13, 16],
    ["second", 16, 18],
    // Songs that suit the room, and other guests, may come between.
    ["later", null, null],
  ]);
});

test("of a song that stands still, and of what comes after it, nobody can tell when it is heard", () => {
  const paused = state({ state: "paused", pick: song("on", 4), positionMs: minute(1), at: minute(10) });
  expect(at(comingSongs({ state: paused, queue: [song("first", 3)] }, [], minute(20)))).toEqual([
    ["on", null, null],
    ["first", null, null],
  ]);
  expect(comingSongs({ state: state({ state: "idle", because: "starting" }), queue: [] }, [], 0)).toEqual([]);
});
