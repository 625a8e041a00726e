import { expect, test } from "vitest";
import { somePick, someState } from "../testing-state.ts";
import { daemonTime, type Picture, receive, standStill } from "./link-state.ts";

const playing = (positionMs: number, at: number) => ({
  ...someState().player,
  actual: { state: "playing" as const, pick: somePick(), positionMs, at },
});

function snapshotAt(heardAt: number, rev = 7): Picture {
  const { picture } = receive(null, { type: "snapshot", rev, state: someState() }, heardAt);
  if (picture === null) throw new Error("a snapshot must give a picture");
  return picture;
}

test("a snapshot is the picture", () => {
  const { picture, resync } = receive(null, { type: "snapshot", rev: 7, state: someState() }, 50);
  expect(resync).toBe(false);
  expect(picture).toMatchObject({ rev: 7, state: someState() });
});

test("a patch replaces whole sections and leaves the others", () => {
  const before = snapshotAt(50);
  const room = { faces: 0, looks: { kind: "nobody" as const } };
  const { picture, resync } = receive(before, { type: "patch", from: 7, rev: 8, sections: { room } }, 60);
  expect(resync).toBe(false);
  expect(picture?.rev).toBe(8);
  expect(picture?.state.room).toEqual(room);
  expect(picture?.state.mood).toBe(before.state.mood);
});

test("a patch that starts elsewhere changes nothing and asks for a snapshot", () => {
  const before = snapshotAt(50);
  const sections = { room: { faces: 0, looks: { kind: "nobody" as const } } };
  expect(receive(before, { type: "patch", from: 9, rev: 10, sections }, 60)).toEqual({
    picture: before,
    resync: true,
  });
  expect(receive(null, { type: "patch", from: 0, rev: 1, sections }, 60)).toEqual({
    picture: null,
    resync: true,
  });
});

test("the daemon's time counts on by the page's monotonic clock", () => {
  expect(daemonTime(snapshotAt(50).clock, 2_050)).toBe(1_002_000);
});

test("a position that is a while old when it comes has moved on by then", () => {
  const state = someState({ player: playing(60_000, 997_000) });
  const { picture } = receive(null, { type: "snapshot", rev: 1, state }, 50);
  expect(picture?.position).toEqual({ positionMs: 63_000, markedAt: 50 });
});

test("a patch without a time is placed by the clock that was heard before", () => {
  const sections = { player: playing(10_000, 1_004_000) };
  const { picture } = receive(snapshotAt(50), { type: "patch", from: 7, rev: 8, sections }, 5_050);
  expect(picture?.position).toEqual({ positionMs: 11_000, markedAt: 5_050 });
});

test("a daemon that sets its clock years ahead does not move the song", () => {
  const before = snapshotAt(50);
  const sections = { now: before.state.now + 1e11 };
  const { picture } = receive(before, { type: "patch", from: 7, rev: 8, sections }, 1_050);
  expect(picture?.position).toEqual(before.position);
});

test("a song that is being recovered stands at its last position; a paused one too, however old", () => {
  const recovering = { state: "recovering" as const, pick: somePick(), positionMs: 42_000 };
  const paused = { state: "paused" as const, pick: somePick(), positionMs: 42_000, at: 1 };
  for (const actual of [recovering, paused]) {
    const state = someState({ player: { ...someState().player, actual } });
    const { picture } = receive(null, { type: "snapshot", rev: 1, state }, 50);
    expect(picture?.position.positionMs).toBe(42_000);
  }
});

test("when the connection is lost the song stands where it was last shown", () => {
  expect(standStill(snapshotAt(50), 3_050).position).toEqual({ positionMs: 63_000, markedAt: 3_050 });
});
