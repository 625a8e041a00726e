import { expect, test } from "vitest";
import type { MoodBasis } from "../../protocol/mood.ts";
import type { PickReason } from "../../protocol/music.ts";
import type { AppState } from "../../protocol/state.ts";
import { somePick, someState } from "../testing-state.ts";
import { followsText } from "./follows-text.ts";
import { currentPick } from "./song-view.ts";
import { whyText } from "./why.ts";

const { player } = someState();
const playing = (...reasons: readonly PickReason[]): Pick<AppState, "player"> => ({
  player: { ...player, actual: { state: "playing", pick: somePick(reasons), positionMs: 0, at: 0 } },
});
const by = (basis: MoodBasis): PickReason => ({
  ...{ kind: "mood", label: "content", looks: { kind: "nobody" }, policy: "match" },
  basis,
});

test("a song that was chosen by itself says by what it was, wherever the mood comes from by now", () => {
  expect(followsText(playing(by("manual")))).toBe("set on the dial");
  expect(followsText(playing(by("faces")))).toBe("chosen by the faces");
});

test("it says nothing that the reason below would be at odds with", () => {
  for (const basis of ["held", "fading", "daypart"] as const) {
    const song = playing(by(basis));
    const pick = currentPick(song.player) ?? expect.fail("Nothing plays.");
    expect(whyText(pick)).not.toContain("faces here");
    expect(followsText(song)).not.toContain("chosen by the faces");
  }
  expect(followsText(playing({ kind: "widened", rule: "mood" }))).toBe("");
});

test("a song that somebody asked for follows them and not the dial, and one that was planned neither", () => {
  const guest = { kind: "guest", sessionId: "g" } as const;
  expect(followsText(playing({ kind: "asked", by: guest }, by("manual")))).toBe("by request");
  expect(followsText(playing({ kind: "asked", by: { kind: "schedule" } }))).toBe("");
});

test("a song that a wish decided does not claim that the mood did", () => {
  const wish = { kind: "preferred", value: "Nina", by: "guest" } as const;
  expect(followsText(playing(by("daypart"), { ...wish, what: "artist" }))).toBe("by request");
  expect(followsText(playing(by("faces"), { ...wish, what: "language", value: "pl" }))).toBe("by request");
  // What the owner likes is no wish of anybody here, and the mood chose among it.
  expect(followsText(playing(by("faces"), { ...wish, by: "owner", what: "artist" }))).toBe(
    "chosen by the faces",
  );
});

test("what is closed follows nothing", () => {
  const { player } = playing(by("faces"));
  expect(followsText({ player: { ...player, intended: "closed" } })).toBe("");
});
