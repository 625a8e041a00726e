import { describe, expect, test } from "vitest";
import type { FoundSong } from "../../protocol/guests.ts";
import type { SixPick } from "../../protocol/music.ts";
import { playBegun } from "../../store/testing.ts";
import { joy, playingOf, titleOf, trackCalled } from "../testing.ts";
import { guestHouse, songs } from "./testing.ts";

const { under, open, turn, guests, queue, idle, ask, skip, phone, later } = guestHouse();
const waiting = () => guests().section.waiting;
/** What a phone shows to be asked for, by what it was told. */
const sixOn = (told: readonly string[]): readonly FoundSong[] =>
  told.map((text) => JSON.parse(text)).findLast(({ type }) => type === "room")?.room.six ?? [];

/** Writes down that these songs were played a minute ago; answers which they are. */
async function heardLately(picks: readonly SixPick[]): Promise<readonly string[]> {
  const tracks = picks.flatMap(({ item }) => (item.kind === "track" ? [item.track] : []));
  const { plays } = under().appliance.store;
  for (const track of tracks)
    await plays.begin(playBegun(`heard ${track.id}`, track, { startedAt: Date.now() - 60_000 }));
  return tracks.map(({ id }) => id);
}

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

describe("a song that is asked for at the screen too", () => {
  const atScreen = { kind: "guest", sessionId: "screen" } as const;

  test("is played once, and its guest is not told that it can't be", async () => {
    await open({ guestWaiting: 3 });
    const [title = "", first = "", other = ""] = await idle(3);
    await ask("anna", title);
    await expect.poll(() => queue()[0]).toBe(title);
    // The one in the player's queue gives way to the one that plays at once.
    const { id } = await trackCalled(under(), title);
    expect(await under().appliance.programme.asking.playTrack(id, "now", atScreen)).toBeNull();
    await expect.poll(() => titleOf(playingOf(under()))).toBe(title);
    await expect
      .poll(() => {
        later(10_000);
        return guests().own("anna").mine;
      })
      .toEqual([]);
    expect(guests().own("anna").gone).toBeNull();
    // The same where it is not in the player's queue yet.
    await ask("anna", first);
    await expect.poll(() => queue()[0]).toBe(first);
    await ask("ben", other);
    const { id: wanted } = await trackCalled(under(), other);
    expect(await under().appliance.programme.asking.playTrack(wanted, "next", atScreen)).toBeNull();
    await skip();
    await expect.poll(() => guests().own("ben").mine).toEqual([]);
    expect(guests().own("ben").gone).toBeNull();
    expect(queue().filter((each) => each === other)).toHaveLength(1);
  });

  test("waits on while as many wait as fit at the screen", async () => {
    await open({}, songs(40));
    const titles = await idle(22);
    for (const title of titles.slice(0, 20)) {
      const { id } = await trackCalled(under(), title);
      expect(await under().appliance.programme.asking.playTrack(id, "next", atScreen)).toBeNull();
    }
    const [, last = ""] = titles.slice(20);
    expect(await ask("anna", last)).toBeNull();
    later(10_000);
    // Its turn has come, and was in vain, when what is asked for later is done.
    await new Promise(setImmediate);
    await under().appliance.programme.asking.inLine(async () => undefined);
    expect(queue()).not.toContain(last);
    await skip();
    await expect.poll(queue).toContain(last);
    expect(guests().own("anna")).toMatchObject({ mine: [expect.any(String)], gone: null });
  });
});

describe("what may not be heard here can't be asked for", () => {
  test("explicit songs, blocked ones and too long ones are not there at all", async () => {
    await open({ longestSongMinutes: 10 }, [...songs(8), { title: "swear", at: joy, explicit: true }]);
    const swear = await trackCalled(under(), "swear");
    expect(await guests().ask("anna", swear.id)).toEqual({ because: "not-here" });
    expect(await guests().search.find("swear")).toEqual([]);
    const [title = ""] = await idle(1);
    expect((await guests().search.find(title)).map((each) => each.title)).toContain(title);
    const { id } = await trackCalled(under(), title);
    await under().appliance.store.library.block({ track: id }, true);
    expect(await guests().search.find(title)).toEqual([]);
    expect(await guests().ask("anna", id)).toEqual({ because: "not-here" });
  });

  test("a song that plays, and one that was heard lately, says so and from when on", async () => {
    await open();
    const now = playingOf(under());
    const playingTitle = titleOf(now);
    expect(await ask("anna", playingTitle)).toEqual({ because: "coming" });
    await skip();
    await expect.poll(() => titleOf(playingOf(under()))).not.toBe(playingTitle);
    await skip();
    await expect
      .poll(async () => (await ask("anna", playingTitle))?.because)
      .toMatch(/^(rest|coming|artist-coming)$/);
  });

  test("phones know of each of the six what asking for it would say", async () => {
    await open({ guestWaiting: 9, guestHourly: 30 }, songs(4));
    const { told } = phone("anna");
    const before = titleOf(playingOf(under()));
    await skip();
    await expect.poll(() => titleOf(playingOf(under()))).not.toBe(before);
    const six = () => sixOn(told);
    await expect.poll(() => six().some(({ refusal }) => refusal !== null)).toBe(true);
    for (const { track, refusal } of six())
      if (refusal !== null) expect(await guests().ask("anna", track)).toEqual(refusal);
  });

  test("the six of phones may all be asked for while there are enough, though all of the screen's rest", async () => {
    await open({ trackRestMinutes: 240 }, songs(30));
    const offered = () => under().appliance.programme.sections.sixPicks;
    await expect.poll(() => offered().length).toBe(6);
    const six = await heardLately(offered());
    later(15_000);
    const { told } = phone("anna");
    await expect.poll(() => sixOn(told).filter(({ track }) => six.includes(track))).toEqual([]);
    const shown = sixOn(told);
    expect(shown.map(({ refusal }) => refusal)).toEqual([null, null, null, null, null, null]);
    // What is asked for stays where it is, and says that it comes.
    const [, { track = "" } = {}] = shown;
    expect(await guests().ask("anna", track)).toBeNull();
    await expect.poll(() => sixOn(told)[1]?.refusal?.because).toBe("coming");
    expect(sixOn(told)[1]?.track).toBe(track);
  });

  test("a song that is not in the library is not there", async () => {
    await open();
    const id = "00000000-0000-7000-8000-000000000000";
    expect(await guests().ask("anna", id)).toEqual({ because: "not-here" });
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
