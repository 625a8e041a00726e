import { expect, test, vi } from "vitest";
import type { PhoneSong, SongRefusal } from "../../protocol/guests.ts";
import type { SixPick, Track } from "../../protocol/music.ts";
import { StoreError } from "../../store/store.ts";
import { silentLog } from "../testing.ts";
import { someState } from "../testing-state.ts";
import { PhoneSix } from "./phone-six.ts";
import { phoneSong } from "./song-search.ts";

/** A song is its title; its pick too, and its artist. */
const pick = (title: string): SixPick => by(title, title);
const by = (artist: string, title: string): SixPick => {
  const track = {
    id: title,
    title,
    artists: [artist],
    album: null,
    durationMs: 1,
    mood: null,
  } as unknown as Track;
  return { id: `pick ${title}`, item: { kind: "track", track }, suits: true } as unknown as SixPick;
};
const rests: SongRefusal = { because: "coming" };
const six = (titles: string) => [...titles].map(pick);

function phones({
  library,
  artist = (title) => title,
  isShuffled = false,
}: {
  library: string;
  artist?: (title: string) => string;
  isShuffled?: boolean;
}) {
  let draws = 0;
  const resting = new Set<string>();
  const waits: string[] = [];
  const room = { isOpen: true, plays: "z", offered: six("abcdef"), fails: false };
  const refusals = vi.fn(async () => {
    if (room.fails) throw new StoreError("unavailable", "The disk is gone.");
    return ({ id }: Track) => (resting.has(id) ? rests : null);
  });
  const toAskFor = vi.fn(async (seen: readonly string[], { out }: { out: readonly PhoneSong[] }) => {
    const taken = new Set([...out.map(({ track }) => track), ...seen]);
    const artists = new Set(out.flatMap((song) => song.artists));
    const first = isShuffled ? ++draws % library.length : 0;
    return [...library.slice(first), ...library.slice(0, first)]
      .filter((title) => !taken.has(title) && !resting.has(title) && !artists.has(artist(title)))
      .map((title) => by(artist(title), title));
  });
  const warn = vi.fn();
  const changed = vi.fn();
  const shown = new PhoneSix({
    search: {
      refusals,
      rests: async () => ({ restMs: 0, artistRestMs: 0 }),
      soonest: async () => 1_000,
    },
    clash: ({ track }) => (waits.includes(track) ? rests : null),
    toAskFor,
    waiting: () => waits.map((title) => phoneSong((pick(title).item as { track: Track }).track)),
    isOpen: () => room.isOpen,
    onChange: changed,
    log: { ...silentLog, warn },
  });
  const told = () =>
    shown.of({
      ...someState,
      sixPicks: room.offered,
      player: { ...someState.player, actual: { state: "playing", pick: pick(room.plays) } as never },
    });
  return {
    ...{ resting, waits, room, refusals, warn, shown, told },
    /** What phones show once everything was looked up: a small letter may be asked for, a large one may not. */
    async now(): Promise<string> {
      shown.look();
      const before = changed.mock.calls.length;
      told();
      await vi.waitFor(() => expect(changed.mock.calls.length).toBeGreaterThan(before));
      return told()
        .six.map(({ pick: { item }, refusal }) =>
          refusal ? item.track.title.toUpperCase() : item.track.title,
        )
        .join("");
    },
    atOnce: () =>
      told()
        .six.map(({ pick: { item } }) => item.track.title)
        .join(""),
  };
}

test("what the screen offers is offered, and what may not be asked for gives its place to another song", async () => {
  const { resting, now } = phones({ library: "abcdefgh" });
  expect(await now()).toBe("abcdef");
  resting.add("b");
  expect(await now()).toBe("agcdef");
});

test("what fills a place stays there, while it may be asked for and the screen offers no song for that place", async () => {
  const { resting, room, now } = phones({ library: "abcdefgh" });
  resting.add("b");
  expect(await now()).toBe("agcdef");
  expect(await now()).toBe("agcdef");
  room.offered = six("abcdeh");
  expect(await now()).toBe("agcdeh");
  room.offered = six("ahcdef");
  expect(await now()).toBe("ahcdef");
});

test("what was asked for stays where it is while this song plays, and there are six to ask for besides", async () => {
  const { resting, waits, room, now } = phones({ library: "abcdefghijk" });
  resting.add("b");
  expect(await now()).toBe("agcdef");
  waits.push("g");
  expect(await now()).toBe("aGcdefh");
  room.offered = six("uvwxyi");
  expect(await now()).toBe("uGwxyih");
  room.plays = "a";
  expect(await now()).toBe("uvwxyi");
});

test("where the library has no more, there are fewer, and none that can't be asked for", async () => {
  const { resting, now } = phones({ library: "abcdefg" });
  for (const title of "bd") resting.add(title);
  expect(await now()).toBe("agcef");
});

test("no artist is there twice, though the screen offers them so", async () => {
  const { room, now } = phones({ library: "abcdefgh" });
  room.offered = [...six("abc"), by("a", "A"), ...six("ef")];
  expect(await now()).toBe("abcdef");
});

test("where there are too few artists, some are there twice sooner than that there are fewer than six", async () => {
  const artist = (title: string) => ({ g: "a", h: "b", i: "c" })[title] ?? title;
  const { room, now } = phones({ library: "abcdghi", artist });
  room.offered = six("abc");
  expect(await now()).toBe("abcdgh");
});

test("a second song by an artist stays where it is as well, while it may be asked for", async () => {
  const artist = (title: string) => ({ g: "a", h: "b", i: "c", j: "a", k: "b", l: "c" })[title] ?? title;
  const { resting, room, now } = phones({ library: "abcghijkl", artist, isShuffled: true });
  room.offered = six("abc");
  const first = await now();
  expect(first).toMatch(/^abc[g-l]{3}$/);
  for (let look = 0; look < 5; look++) expect(await now()).toBe(first);
  resting.add(first[4] ?? "");
  expect((await now()).replace(/^(.{4})[g-l]/, "$1_")).toBe(first.replace(/^(.{4})[g-l]/, "$1_"));
});

test("a second song by an artist gives its place to one by another artist, as soon as there is one", async () => {
  const artist = (title: string) => ({ g: "a", h: "b", i: "c" })[title] ?? title;
  const { resting, room, now } = phones({ library: "abcghimno", artist });
  room.offered = six("abc");
  for (const title of "mno") resting.add(title);
  expect(await now()).toBe("abcghi");
  resting.delete("n");
  expect(await now()).toBe("abcghn");
});

test("no artist fills two places while there are others, though what suits of theirs comes first", async () => {
  const artist = (title: string) => ({ h: "g" })[title] ?? title;
  const { room, now } = phones({ library: "abcdghi", artist });
  room.offered = six("abcd");
  expect(await now()).toBe("abcdgi");
});

test("where nothing can be asked for it is known from when on something can", async () => {
  const { resting, room, now, told } = phones({ library: "ab" });
  room.offered = six("ab");
  expect(await now()).toBe("ab");
  expect(told().none).toBeNull();
  for (const title of "ab") resting.add(title);
  expect(await now()).toBe("");
  expect(told().none).toEqual({ again: 1_000 });
});

test("others are others than those that were shown and what waits", async () => {
  const { waits, shown, now } = phones({ library: "abcdefghi" });
  expect(await now()).toBe("abcdef");
  waits.push("h");
  expect((await shown.others([..."abcdef"])).map(({ title }) => title)).toEqual(["g", "i"]);
  expect(await shown.others([..."abcdefgi"])).toEqual([]);
});

test("fewer than six are filled up, too", async () => {
  const { room, now } = phones({ library: "abcdefgh" });
  room.offered = six("abc");
  expect(await now()).toBe("abcdef");
});

test("whoever comes when nobody looked is shown nothing of before, and nothing that was not looked at", async () => {
  const { room, resting, shown, now, atOnce } = phones({ library: "abcdefgh" });
  resting.add("b");
  expect(await now()).toBe("agcdef");
  shown.forget();
  room.offered = six("uvwxyz");
  expect(atOnce()).toBe("");
  expect(await now()).toBe("uvwxyz");
});

test("nothing is looked up while nothing may be asked for", async () => {
  const { room, refusals, atOnce, shown } = phones({ library: "abcdef" });
  room.isOpen = false;
  expect(atOnce()).toBe("");
  await shown.stop();
  expect(refusals).not.toHaveBeenCalled();
});

test("what could not be looked up is shown to nobody who comes later", async () => {
  const { room, shown, atOnce } = phones({ library: "abcdef" });
  room.fails = true;
  atOnce();
  shown.forget();
  await shown.stop();
  expect(atOnce()).toBe("");
});

test("a store that fails is told of, and asked again at the next look", async () => {
  const { room, warn, now } = phones({ library: "abcdef" });
  room.fails = true;
  expect(await now()).toBe("abcdef");
  expect(warn).toHaveBeenCalledOnce();
  room.fails = false;
  expect(await now()).toBe("abcdef");
});
