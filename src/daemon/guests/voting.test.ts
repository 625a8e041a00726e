import { expect, test } from "vitest";
import { playingOf, titleOf } from "../testing.ts";
import { guestHouse } from "./testing.ts";

const { under, open, turn, guests, skip, phone } = guestHouse();

const playingId = () => playingOf(under()).id;

test("votes skip a song with the share of the phones that are awake, and the state says why", async () => {
  await open();
  const lines = ["a", "b", "c", "d"].map(phone);
  const before = playingOf(under());
  expect(await guests().vote("a", before.id, true)).toBeNull();
  expect(guests().section.vote).toEqual({ votes: 1, needed: 2 });
  expect(playingId()).toBe(before.id);
  await guests().vote("b", before.id, true);
  await expect.poll(() => playingId()).not.toBe(before.id);
  expect(guests().section.lastSkip).toMatchObject({ title: titleOf(before), votes: 2, phones: 4 });
  expect(guests().section.vote).toBeNull();
  for (const { leave } of lines) leave();
});

test("a vote to skip passes when those who did not want it put their phones away", async () => {
  await open();
  const lines = ["a", "b", "c", "d", "e"].map(phone);
  const before = playingId();
  await guests().vote("a", before, true);
  await guests().vote("b", before, true);
  expect(playingId()).toBe(before);
  const [, , , , last] = lines;
  last?.leave();
  await expect.poll(() => playingId()).not.toBe(before);
});

test("a vote to skip does not pass because an access point starts again and the others are lost with it", async () => {
  await open();
  const lines = ["a", "b", "c", "d", "e", "f"].map(phone);
  const before = playingId();
  for (const guest of ["a", "b"]) await guests().vote(guest, before, true);
  expect(guests().section.vote).toEqual({ votes: 2, needed: 3 });
  for (const { leave } of lines) leave("lost");
  expect(guests().section.vote).toEqual({ votes: 2, needed: 3 });
  expect(playingId()).toBe(before);
  await skip();
  await expect.poll(() => playingId()).not.toBe(before);
  expect(guests().phones.awake.size).toBe(0);
});

test("a vote to skip is over when the page or the votes are turned off, and counts for nothing when they are on again", async () => {
  await open();
  for (const off of [{ guestPage: false }, { guestVotes: false }]) {
    const lines = ["a", "b", "c", "d", "e", "f"].map(phone);
    const before = playingId();
    for (const guest of ["a", "b"]) await guests().vote(guest, before, true);
    expect(guests().section.vote).toEqual({ votes: 2, needed: 3 });
    await turn(off);
    expect(guests().section).toMatchObject({ vote: null, lastSkip: null });
    for (const { leave } of lines) leave();
    expect(playingId()).toBe(before);
    await turn({ guestPage: true, guestVotes: true });
    const { leave } = phone("a");
    await guests().vote("a", before, true);
    expect(guests().section.vote).toMatchObject({ votes: 1 });
    await guests().vote("a", before, false);
    leave();
  }
});

test("a vote to skip counts for a phone that has the page open alone", async () => {
  await open();
  const before = playingId();
  for (const guest of ["a", "b"])
    expect(await guests().vote(guest, before, true)).toEqual({ because: "unknown" });
  expect(guests().section.vote).toBeNull();
  expect(playingId()).toBe(before);
});

test("a vote to skip about a song that is not on any more is none", async () => {
  await open();
  expect(await guests().vote("a", "00000000-0000-7000-8000-000000000000", true)).toEqual({
    because: "over",
  });
});
