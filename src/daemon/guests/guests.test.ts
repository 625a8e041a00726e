import { describe, expect, test } from "vitest";
import { playingOf, titleOf, trackCalled } from "../testing.ts";
import { guestHouse } from "./testing.ts";

const { under, open, turn, guests, queue, idle, ask, skip, phone, later } = guestHouse();
const waiting = () => guests().section.waiting;

describe("a song that a phone asks for", () => {
  test("comes next, as asked for, and nothing that is kept tells whose it was", async () => {
    await open();
    const [title = ""] = await idle(1);
    expect(await ask("anna", title)).toBeNull();
    await expect.poll(queue).toContain(title);
    expect(queue()[0]).toBe(title);
    await skip();
    await expect.poll(() => titleOf(playingOf(under()))).toBe(title);
    expect(JSON.stringify(playingOf(under()))).not.toContain("anna");
    expect(waiting()).toBe(0);
  });

  test("lets the songs between play first that the owner wants there", async () => {
    await open({ guestSpacing: 1 });
    const [one = "", two = ""] = await idle(2);
    await ask("anna", one);
    await ask("ben", two);
    await expect.poll(() => queue()[0]).toBe(one);
    await skip();
    await expect.poll(() => titleOf(playingOf(under()))).toBe(one);
    // A chosen one is in between.
    await expect.poll(() => queue().length).toBeGreaterThan(0);
    expect(queue()).not.toContain(two);
    await skip();
    await expect.poll(() => queue()[0]).toBe(two);
  });

  test("of several guests is heard by turns", async () => {
    await open({ guestWaiting: 3 });
    const [a1 = "", a2 = "", b1 = ""] = await idle(3);
    await ask("anna", a1);
    await expect.poll(() => queue()[0]).toBe(a1);
    await ask("anna", a2);
    await ask("ben", b1);
    for (const title of [a1, b1, a2]) {
      await expect.poll(() => queue()[0]).toBe(title);
      await skip();
      await expect.poll(() => titleOf(playingOf(under()))).toBe(title);
    }
  });

  test("can be taken back also when it is in the player's queue, by nobody else", async () => {
    await open();
    const [title = ""] = await idle(1);
    await ask("anna", title);
    await expect.poll(() => queue()[0]).toBe(title);
    const [id = ""] = guests().own("anna").mine;
    expect(await guests().withdraw("ben", id)).toBe(false);
    expect(await guests().withdraw("anna", id)).toBe(true);
    await expect.poll(() => queue().includes(title)).toBe(false);
    expect(waiting()).toBe(0);
  });

  test("that the owner blocks while it waits is taken out, and its guest is told", async () => {
    await open();
    const [title = ""] = await idle(1);
    await ask("anna", title);
    await expect.poll(() => queue()[0]).toBe(title);
    const { id } = await trackCalled(under(), title);
    await under().appliance.programme.corrections.block(id, "song", { kind: "owner" });
    await expect.poll(() => queue().includes(title)).toBe(false);
    await expect
      .poll(() => {
        later(10_000);
        return guests().own("anna").gone?.title;
      })
      .toBe(title);
    later(3_600_000);
    expect(guests().own("anna").gone).toBeNull();
  });
});

describe("the owner's word", () => {
  test("off, nothing can be asked for, what waits is gone, and phones are hung up on", async () => {
    await open();
    const codes: number[] = [];
    const line = {
      send: () => undefined,
      bufferedBytes: () => 0,
      close: (code: number) => void codes.push(code),
    };
    guests().phones.join(line, "anna");
    const [title = "", other = ""] = await idle(2);
    await ask("anna", title);
    await expect.poll(() => queue()[0]).toBe(title);
    await turn({ guestPage: false });
    await expect.poll(() => queue().includes(title)).toBe(false);
    expect(codes).toEqual([4_003]);
    expect(await ask("anna", other)).toEqual({ because: "off" });
    expect(await guests().vote("anna", playingOf(under()).id, true)).toEqual({ because: "off" });
    expect(guests().section).toMatchObject({ page: "off", address: null, waiting: 0 });
  });

  test("everybody is told whether songs can be asked for as the owner has it, wherever the page can be opened", async () => {
    await open();
    expect(guests().section).toMatchObject({ asks: true, address: null });
    await turn({ guestRequests: false });
    expect(guests().section.asks).toBe(false);
    await turn({ guestRequests: true });
    expect(guests().section.asks).toBe(true);
    await turn({ guestPage: false });
    expect(guests().section.asks).toBe(false);
  });

  test("requests and votes can be turned off by themselves", async () => {
    await open({ guestRequests: false, guestVotes: false });
    const [title = ""] = await idle(1);
    expect(await ask("anna", title)).toEqual({ because: "off" });
    expect(await guests().vote("anna", playingOf(under()).id, true)).toEqual({ because: "off" });
  });

  test("no address is told unless phones can open it", async () => {
    await open();
    expect(guests().section).toMatchObject({ page: "network", address: null });
    guests().opened({ port: 7373, openToNetwork: false });
    expect(guests().section.page).toBe("network");
    guests().opened({ port: 7373, openToNetwork: true });
    expect(["open", "no-address"]).toContain(guests().section.page);
  });
});

test("phones are told what plays and what is theirs, once for each change", async () => {
  await open();
  const { told, leave } = phone("anna");
  const ben = phone("ben");
  await expect.poll(() => told.length).toBe(2);
  const [room, own] = told.map((text) => JSON.parse(text));
  expect(room).toMatchObject({
    type: "room",
    room: { playing: { title: titleOf(playingOf(under())) }, mayAsk: true },
  });
  expect(own).toEqual({ type: "own", own: { mine: [], voted: false, again: null, left: 2, gone: null } });
  guests().phones.look();
  const [title = ""] = await idle(1);
  await ask("anna", title);
  await expect.poll(() => told.at(-1)).toContain('"left":1');
  leave();
  const count = told.length;
  await skip();
  const next = titleOf(playingOf(under()));
  // The one that is there hears of it; by then the one that left would have.
  const rooms = () => ben.told.map((text) => JSON.parse(text)).filter(({ type }) => type === "room");
  await expect.poll(() => rooms().at(-1).room.playing?.title).toBe(next);
  expect(told.length).toBe(count);
});
