import { expect, test, vi } from "vitest";
import type { SongRefusal } from "../../protocol/guests.ts";
import type { SixPick, Track } from "../../protocol/music.ts";
import { StoreError } from "../../store/store.ts";
import { silentLog } from "../testing.ts";
import { someState } from "../testing-state.ts";
import { PhoneSix } from "./phone-six.ts";
import { phoneSong } from "./song-search.ts";

/** A song is its title; its pick too. */
const pick = (title: string): SixPick => {
  const track = {
    id: title,
    title,
    artists: [title],
    album: null,
    durationMs: 1,
    mood: null,
  } as unknown as Track;
  return { id: `pick ${title}`, item: { kind: "track", track }, suits: true } as unknown as SixPick;
};
const rests: SongRefusal = { because: "coming" };
const six = (titles: string) => [...titles].map(pick);

function phones({ library }: { library: string }) {
  const resting = new Set<string>();
  const waits: string[] = [];
  const room = { isOpen: true, offered: six("abcdef"), fails: false };
  const refusals = vi.fn(async () => {
    if (room.fails) throw new StoreError("unavailable", "The disk is gone.");
    return ({ id }: Track) => (resting.has(id) ? rests : null);
  });
  const toAskFor = vi.fn(async (there: readonly SixPick[]) => {
    const taken = new Set(there.map(({ id }) => id));
    const others = six(library).filter(({ id }) => !taken.has(id) && !resting.has(id.slice("pick ".length)));
    return [...there, ...others].slice(0, 6);
  });
  const warn = vi.fn();
  const changed = vi.fn();
  const shown = new PhoneSix({
    search: { refusals },
    clash: ({ track }) => (waits.includes(track) ? rests : null),
    toAskFor,
    waiting: () => waits.map((title) => phoneSong((pick(title).item as { track: Track }).track)),
    isOpen: () => room.isOpen,
    onChange: changed,
    log: { ...silentLog, warn },
  });
  const told = () => shown.of({ ...someState, sixPicks: room.offered });
  return {
    ...{ resting, waits, room, refusals, warn, shown },
    /** What phones show once everything was looked up: a small letter may be asked for, a large one may not. */
    async now(): Promise<string> {
      shown.look();
      const before = changed.mock.calls.length;
      told();
      await vi.waitFor(() => expect(changed.mock.calls.length).toBeGreaterThan(before));
      return told()
        .map(({ pick: { item }, refusal }) => (refusal ? item.track.title.toUpperCase() : item.track.title))
        .join("");
    },
    atOnce: () =>
      told()
        .map(({ pick: { item } }) => item.track.title)
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

test("what was asked for stays where it is while it waits, whatever the screen offers by then", async () => {
  const { resting, waits, room, now } = phones({ library: "abcdefgh" });
  resting.add("b");
  expect(await now()).toBe("agcdef");
  waits.push("g");
  expect(await now()).toBe("aGcdef");
  room.offered = six("uvwxyz");
  expect(await now()).toBe("uGwxyz");
});

test("where the library has no more, what can't be asked for keeps its place and says why", async () => {
  const { resting, now } = phones({ library: "abcdefg" });
  for (const title of "bd") resting.add(title);
  expect(await now()).toBe("agcDef");
});

test("what lost its place comes last, where there is room for it", async () => {
  const { resting, room, now } = phones({ library: "abcd" });
  room.offered = six("abc");
  resting.add("b");
  expect(await now()).toBe("adcB");
});

test("fewer than six are filled up, too", async () => {
  const { room, now } = phones({ library: "abcdefgh" });
  room.offered = six("abc");
  expect(await now()).toBe("abcdef");
});

test("whoever comes when nobody looked is shown what the screen offers now", async () => {
  const { room, resting, shown, now, atOnce } = phones({ library: "abcdefgh" });
  resting.add("b");
  expect(await now()).toBe("agcdef");
  shown.forget();
  room.offered = six("uvwxyz");
  expect(atOnce()).toBe("uvwxyz");
});

test("nothing is looked up while nothing may be asked for", async () => {
  const { room, refusals, atOnce, shown } = phones({ library: "abcdef" });
  room.isOpen = false;
  expect(atOnce()).toBe("abcdef");
  await shown.stop();
  expect(refusals).not.toHaveBeenCalled();
});

test("a store that fails is told of, and asked again at the next look", async () => {
  const { room, warn, atOnce, now } = phones({ library: "abcdef" });
  room.fails = true;
  expect(atOnce()).toBe("abcdef");
  await vi.waitFor(() => expect(warn).toHaveBeenCalledOnce());
  room.fails = false;
  expect(await now()).toBe("abcdef");
});
