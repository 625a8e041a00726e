import { expect, test } from "vitest";
import { type KeyFacts, keyCommand } from "./key-command.ts";
import { keyAction } from "./keys.ts";

const facts: KeyFacts = {
  playing: true,
  volume: 0.6,
  floor: 0,
  volumeBefore: 0.6,
  cameraWanted: true,
  mayOpenCamera: true,
  durationMs: 200_000,
  positionMs: 5_000,
  track: "track-1",
  corrected: null,
};
const press = (key: string, change: Partial<KeyFacts> = {}) => {
  const action = keyAction(key, "page");
  return action && keyCommand(action, { ...facts, ...change });
};

test("space pauses and plays", () => {
  expect(press(" ")).toEqual({ do: "pause" });
  expect(press(" ", { playing: false })).toEqual({ do: "play" });
});

test("left and right seek ten seconds and stay within the song", () => {
  expect(press("ArrowRight")).toEqual({ do: "seek", positionMs: 15_000 });
  expect(press("ArrowLeft")).toEqual({ do: "seek", positionMs: 0 });
  expect(press("ArrowRight", { positionMs: 199_000 })).toEqual({ do: "seek", positionMs: 200_000 });
  expect(press("ArrowRight", { durationMs: 0 })).toBeNull();
});

test("up and down change the volume and stay within its range", () => {
  expect(press("ArrowUp")).toEqual({ do: "setVolume", volume: 0.65 });
  expect(press("ArrowUp", { volume: 0.98 })).toEqual({ do: "setVolume", volume: 1 });
  expect(press("ArrowDown", { volume: 0.02 })).toEqual({ do: "setVolume", volume: 0 });
});

test("M silences, and comes back to what it was", () => {
  expect(press("m")).toEqual({ do: "setVolume", volume: 0 });
  expect(press("M", { volume: 0, volumeBefore: 0.4 })).toEqual({ do: "setVolume", volume: 0.4 });
});

test("M asks for silence though the owner allows none, and comes back from as quiet as it may be", () => {
  expect(press("m", { floor: 0.2 })).toEqual({ do: "setVolume", volume: 0 });
  expect(press("m", { floor: 0.2, volume: 0.2, volumeBefore: 0.5 })).toEqual({
    do: "setVolume",
    volume: 0.5,
  });
});

test("C closes the camera and opens it, N skips", () => {
  expect(press("c")).toEqual({ do: "switchCamera", on: false });
  expect(press("c", { cameraWanted: false })).toEqual({ do: "switchCamera", on: true });
  expect(press("c", { mayOpenCamera: false })).toEqual({ do: "switchCamera", on: false });
  expect(press("c", { cameraWanted: false, mayOpenCamera: false })).toBeNull();
  expect(press("n")).toEqual({ do: "skip" });
});

test("a button keeps its space and a slider its arrows", () => {
  expect(keyAction(" ", "button")).toBeNull();
  expect(keyAction("ArrowLeft", "slider")).toBeNull();
  expect(keyAction("ArrowLeft", "button")).not.toBeNull();
});

test("other keys mean nothing", () => {
  expect(["q", "Tab", "Shift", "toString", "F5"].map((key) => keyAction(key, "page"))).toEqual(
    Array(5).fill(null),
  );
});

test("W says that the mood is wrong, while a song plays; Z takes it back, while it can be", () => {
  expect(press("w")).toEqual({ do: "wrongMood", track: "track-1" });
  expect(press("w", { track: null })).toBeNull();
  expect(press("z")).toBeNull();
  expect(press("z", { corrected: "c-1" })).toEqual({ do: "undoCorrection", correction: "c-1" });
});

test("1 to 6 ask about a pick, and no key means anything to the player while somebody writes", () => {
  expect(keyAction("1", "page")).toEqual({ do: "pick", index: 0 });
  expect(keyAction("6", "button")).toEqual({ do: "pick", index: 5 });
  expect(keyAction("7", "page")).toBeNull();
  for (const key of ["n", " ", "Escape", "ArrowLeft", "1"]) expect(keyAction(key, "text")).toBeNull();
});

test("switched off, single keys mean nothing, and Escape still leaves", () => {
  for (const key of [" ", "n", "N", "1", "z", "ArrowUp"]) expect(keyAction(key, "page", false)).toBeNull();
  expect(keyAction("Escape", "page", false)).toEqual({ do: "rest" });
});
