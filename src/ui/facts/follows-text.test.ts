import { expect, test } from "vitest";
import type { Actor } from "../../protocol/people.ts";
import type { AppState } from "../../protocol/state.ts";
import { somePick, someState } from "../testing-state.ts";
import { followsText } from "./follows-text.ts";

const { player, mood } = someState();
const atDial = { ...mood, basis: "manual" } as const;
const playing = (by: Actor | null): AppState["player"] => ({
  ...player,
  actual: {
    state: "playing",
    pick: somePick(by === null ? [] : [{ kind: "asked", by }]),
    positionMs: 0,
    at: 0,
  },
});

test("a song that was chosen by itself follows the mood, wherever that comes from", () => {
  expect(followsText({ player: playing(null), mood: atDial })).toBe("set on the dial");
  expect(followsText({ player: playing(null), mood: { ...mood, basis: "faces" } })).toBe(
    "following the faces",
  );
});

test("a song that somebody asked for follows them and not the dial, and one that was planned neither", () => {
  const guest = { kind: "guest", sessionId: "g" } as const;
  expect(followsText({ player: playing(guest), mood: atDial })).toBe("by request");
  expect(followsText({ player: playing({ kind: "schedule" }), mood: atDial })).toBe("");
});

test("what is closed follows nothing", () => {
  expect(followsText({ player: { ...playing(null), intended: "closed" }, mood })).toBe("");
});
