import { describe, expect, test, vi } from "vitest";
import { affectName } from "../../protocol/circumplex.ts";
import type { FoundSong, PhoneRoom } from "../../protocol/guests.ts";
import type { SixPick, Track } from "../../protocol/music.ts";
import { playBegun } from "../../store/testing.ts";
import { gloom, joy, playingOf, titleOf, trackCalled } from "../testing.ts";
import { guestHouse, songs } from "./testing.ts";

// What phones are offered, and what may be asked for just now.

const { under, open, guests, idle, ask, skip, phone, later } = guestHouse();
/** What a phone shows to be asked for, by what it was told. */
const roomOn = (told: readonly string[]): PhoneRoom | undefined =>
  told.map((text) => JSON.parse(text)).findLast(({ type }) => type === "room")?.room;
const sixOn = (told: readonly string[]): readonly FoundSong[] => roomOn(told)?.six ?? [];

const heard = (track: Track, startedAt: number) =>
  under().appliance.store.plays.begin(playBegun(`heard ${track.id}`, track, { startedAt }));

/** Writes down that these songs were played a minute ago; answers which they are. */
async function heardLately(picks: readonly SixPick[]): Promise<readonly string[]> {
  const tracks = picks.flatMap(({ item }) => (item.kind === "track" ? [item.track] : []));
  for (const track of tracks) await heard(track, Date.now() - 60_000);
  return tracks.map(({ id }) => id);
}

describe("what may not be heard here can't be asked for", () => {
  test("explicit songs, blocked ones and too long ones are not there at all", async () => {
    await open({ longestSongMinutes: 10 }, [...songs(8), { title: "swear", at: joy, explicit: true }]);
    const swear = await trackCalled(under(), "swear");
    expect(await guests().ask("anna", swear.id)).toEqual({ because: "not-here" });
    expect((await guests().search.find("swear")).songs).toEqual([]);
    const [title = ""] = await idle(1);
    expect((await guests().search.find(title)).songs.map((each) => each.title)).toContain(title);
    const { id } = await trackCalled(under(), title);
    await under().appliance.store.library.block({ track: id }, true);
    expect((await guests().search.find(title)).songs).toEqual([]);
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

  test("another song by the artist who is on says from about when it can be had", async () => {
    await open(
      { artistRestMinutes: 8 },
      songs(6).map((song) => ({ ...song, artist: "Solo" })),
    );
    const [title = ""] = await idle(1);
    const on = under().appliance.player.state.actual;
    if (on.state !== "playing" || on.pick.item.kind !== "track") expect.fail("Nothing plays.");
    const refusal = await ask("anna", title);
    if (refusal?.because !== "artist-coming") expect.fail(`It is ${refusal?.because}.`);
    const end = on.at - on.positionMs + on.pick.item.track.durationMs;
    expect(refusal.again).toBeGreaterThanOrEqual(end - 1_000);
    expect(refusal.again).toBeLessThan(end + 8 * 60_000);
  });

  test("in a library of twelve songs that were all heard within the hour, several may be asked for still", async () => {
    await open({ guestWaiting: 9, guestHourly: 30 }, songs(12));
    const { list } = under().appliance.store.library;
    const { tracks } = await list({ search: null, limit: 12, offset: 0 });
    for (const [n, track] of tracks.entries()) await heard(track, Date.now() - n * track.durationMs);
    later(15_000);
    const { told } = phone("anna");
    await expect.poll(() => sixOn(told).length).toBeGreaterThan(2);
    await expect.poll(() => sixOn(told).every(({ refusal }) => refusal === null)).toBe(true);
    for (const { track } of [...sixOn(told)]) expect(await guests().ask("anna", track)).toBeNull();
  });

  test("where nothing can be asked for, phones offer nothing and know it", async () => {
    await open(
      {},
      songs(6).map((song) => ({ ...song, artist: "Solo" })),
    );
    const { told } = phone("anna");
    await expect.poll(() => roomOn(told)?.none).toEqual({ again: null });
    expect(sixOn(told)).toEqual([]);
  });

  test("what there is can be looked through by mood and page by page, and says what can't be asked for", async () => {
    const gloomy = Array.from({ length: 3 }, (_, n) => ({ title: `gloom ${n}`, at: gloom }));
    const apart = songs(70).map((song, n) => ({ ...song, at: { ...joy, valence: joy.valence + n / 1_000 } }));
    await open({}, [...apart, ...gloomy, { title: "swear", at: joy, explicit: true }]);
    const mood = affectName(joy);
    const first = await guests().browse(mood, 0);
    const second = await guests().browse(mood, first.next ?? 0);
    const third = await guests().browse(mood, second.next ?? 0);
    expect([first, second, third].map(({ songs, next }) => [songs.length, next !== null])).toEqual([
      [30, true],
      [30, true],
      [10, false],
    ]);
    const all = [first, second, third].flatMap(({ songs }) => songs);
    expect(new Set(all.map(({ title }) => title)).size).toBe(70);
    const on = titleOf(playingOf(under()));
    expect(all.find(({ title }) => title === on)?.refusal).toEqual({ because: "coming" });
    expect((await guests().browse(affectName(gloom), 0)).songs).toHaveLength(3);
  });

  test("a mood of which hardly anything may be heard is looked through with few questions", async () => {
    const swears = Array.from({ length: 250 }, (_, n) => ({ title: `swear ${n}`, at: joy, explicit: true }));
    const apart = songs(8).map((song) => ({ ...song, at: { ...joy, valence: joy.valence + 0.01 } }));
    await open({}, [...apart, ...swears]);
    const list = vi.spyOn(under().appliance.store.library, "list");
    const { songs: found, next } = await guests().browse(affectName(joy), 0);
    expect([found.length, next]).toEqual([8, null]);
    expect(list).toHaveBeenCalledTimes(1);
  });

  test("others than the six may all be asked for, too", async () => {
    await open({ guestWaiting: 9, guestHourly: 30 }, songs(30));
    const { told } = phone("anna");
    await expect.poll(() => sixOn(told).length).toBe(6);
    const shown = sixOn(told).map(({ track }) => track);
    const others = await guests().others(shown);
    expect(others).toHaveLength(6);
    for (const { track } of others) {
      expect(shown).not.toContain(track);
      expect(await guests().ask("anna", track)).toBeNull();
    }
  });

  test("the six of phones may all be asked for while there are enough, though all of the screen's rest", async () => {
    await open({ trackRestMinutes: 240 }, songs(30));
    const offered = () => under().appliance.programme.sections.sixPicks;
    await expect.poll(() => offered().length).toBe(6);
    const six = await heardLately(offered());
    later(15_000);
    const { told } = phone("anna");
    await expect.poll(() => sixOn(told).length).toBe(6);
    expect(sixOn(told).filter(({ track }) => six.includes(track))).toEqual([]);
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
