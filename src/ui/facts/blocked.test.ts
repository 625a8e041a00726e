import { expect, test } from "vitest";
import { someTrack } from "../testing-state.ts";
import { type Blocks, blockedBy } from "./blocked.ts";

const blocks: Blocks = {
  tracks: [{ id: "a", title: "A", artists: [], until: null }],
  artists: [{ name: "ana lúz", until: 5 }],
};

test("a song is blocked by itself or for one of its artists, however the name is written", () => {
  expect(blockedBy(someTrack({ id: "a" }), blocks)).toBe("song");
  expect(blockedBy(someTrack({ id: "b", artists: ["Trio", "Ana Lúz"] }), blocks)).toEqual({
    artist: "ana lúz",
  });
  expect(blockedBy(someTrack({ id: "b" }), blocks)).toBeNull();
});

test("until it is known what is blocked, nothing looks blocked", () => {
  expect(blockedBy(someTrack({ id: "a" }), null)).toBeNull();
});
