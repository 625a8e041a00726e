import { expect, test } from "vitest";
import { playingOf, titleOf } from "../testing.ts";
import { guestHouse } from "./testing.ts";

// What becomes of what phones wait for where Mien closes, by its hours or by the owner's word.

const { under, open, turn, guests, queue, idle, ask, skip, phone, later } = guestHouse();
const schedule = { kind: "schedule" } as const;
const player = () => under().appliance.player;

async function close(): Promise<void> {
  await player().close(schedule);
  expect(player().state.intended).toBe("closed");
  guests().look();
}

async function reopen(): Promise<void> {
  await player().reopen(schedule);
  await expect.poll(() => player().state.actual.state).toBe("playing");
}

test("what guests wait for waits on while it is closed, and is heard in the same order once it opens again", async () => {
  await open({ guestWaiting: 3 });
  const [a1 = "", a2 = "", b1 = "", other = ""] = await idle(4);
  await ask("anna", a1);
  await expect.poll(() => queue()[0]).toBe(a1);
  await ask("anna", a2);
  await ask("ben", b1);
  const { mine } = guests().own("anna");
  await close();
  expect(await ask("ben", other)).toEqual({ because: "closed" });
  later(3_600_000);
  expect(queue()).toEqual([]);
  expect(guests().own("anna")).toMatchObject({ mine, gone: null });
  await reopen();
  for (const title of [a1, b1, a2]) {
    await expect.poll(() => queue()[0]).toBe(title);
    await skip();
    await expect.poll(() => titleOf(playingOf(under()))).toBe(title);
  }
  expect(guests().own("anna")).toMatchObject({ mine: [], gone: null });
});

test("a phone that is there while it opens again shows what waits still", async () => {
  await open();
  const [title = ""] = await idle(1);
  await ask("anna", title);
  await close();
  const { told } = phone("anna");
  await reopen();
  const rooms = () => told.map((text) => JSON.parse(text)).filter(({ type }) => type === "room");
  await expect.poll(() => rooms().at(-1).room.closed).toBeNull();
  await expect.poll(() => rooms().at(-1).room.waiting).toMatchObject([{ title }]);
});

test("after three hours it waits no more, and each guest is told so", async () => {
  await open();
  const [one = "", two = ""] = await idle(2);
  await ask("anna", one);
  await ask("ben", two);
  await close();
  later(3 * 3_600_000 - 1_000);
  expect(guests().section.waiting).toBe(2);
  later(2_000);
  expect(guests().section.waiting).toBe(0);
  expect([guests().own("anna").gone?.title, guests().own("ben").gone?.title]).toEqual([one, two]);
});

test("where the owner wants no more songs of phones, each guest who waits is told so", async () => {
  await open();
  const [title = ""] = await idle(1);
  await ask("anna", title);
  await turn({ guestRequests: false });
  expect(guests().own("anna")).toMatchObject({ mine: [], gone: { title } });
});
