import { expect, test } from "vitest";
import type { PhoneRoom } from "../../protocol/guests.ts";
import { trackCalled } from "../testing.ts";
import { guestHouse, songs } from "./testing.ts";

// Songs whose files have gone, on phones that were there before.

const { under, open, guests, queue, phone } = guestHouse();

const all = songs(12).map(({ title }) => title);
const gone = all.slice(3);

async function lose(): Promise<void> {
  const { store, programme } = under().appliance;
  await store.library.markMissing(gone.map((title) => `/songs/${title}.mp3`));
  await programme.choiceChanged();
}

test("a phone that was open all the while is offered none of them any more", async () => {
  await open({}, songs(12));
  const { told } = phone("anna");
  const offered = () => {
    const newest = told.findLast((text) => text.startsWith('{"type":"room"'));
    const { room } = JSON.parse(newest ?? "{}") as { room: PhoneRoom };
    return room.six.map(({ title }) => title);
  };
  await expect.poll(() => offered().length).toBe(6);
  await lose();
  await expect.poll(() => queue().filter((title) => gone.includes(title))).toEqual([]);
  await expect.poll(() => offered().filter((title) => gone.includes(title)), { timeout: 10_000 }).toEqual([]);
});

test("nor may one of them be asked for by whoever saw it before", async () => {
  await open({}, songs(12));
  const [title = ""] = gone;
  const { id } = await trackCalled(under(), title);
  await lose();
  expect(await guests().ask("anna", id)).toEqual({ because: "not-here" });
});
