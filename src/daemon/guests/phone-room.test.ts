import { expect, test } from "vitest";
import { someState } from "../testing-state.ts";
import { phoneRoom } from "./phone-room.ts";
import type { Request } from "./request-line.ts";

const by = (artist: string): Request => ({
  id: `request by ${artist}`,
  guest: "anna",
  song: { track: artist, title: artist, artists: [artist] },
});
/** While a song by Ana Lúz plays. */
function room({ waiting, handed = null }: { waiting: readonly Request[]; handed?: Request | null }) {
  const track = { id: "on", title: "Kite Weather", artists: ["Ana Lúz"], durationMs: 200_000 };
  const actual = {
    ...{ state: "playing", pick: { id: "pick", item: { kind: "track", track } } },
    ...{ positionMs: 0, at: 1_000 },
  } as never;
  const skipped = { pick: "before", title: "Slow Ferry", votes: 2, phones: 3, at: 900 };
  return phoneRoom(
    { ...someState, player: { ...someState.player, intended: "playing", actual } },
    { six: { six: [], none: null }, waiting, handed, between: false, mayAsk: true, vote: null, skipped },
  );
}

test("the first that waits lets another artist come first where its own is on, however the name is written", () => {
  expect(room({ waiting: [by("ANA LÚZ"), by("Nina")] }).afterAnother).toBe(true);
  expect(room({ waiting: [by("Nina"), by("Ana Lúz")] }).afterAnother).toBe(false);
  expect(room({ waiting: [] }).afterAnother).toBe(false);
});

test("what is handed over lets nobody come first: in the library there may be nobody else", () => {
  const first = by("Ana Lúz");
  expect(room({ waiting: [first, by("Nina")], handed: first }).afterAnother).toBe(false);
});

test("a vote says when it was, so that a phone tells what is old from what is news", () => {
  expect(room({ waiting: [] }).skipped?.at).toBe(900);
});
