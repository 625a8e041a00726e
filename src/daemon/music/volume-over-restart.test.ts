import { Value } from "typebox/value";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Bookmark } from "../../player/bookmark.ts";
import { Player } from "../../player/player.ts";
import { pickNumber, quiet, visitor } from "../../player/testing.ts";
import { FakeOutput } from "../../player/testing-output.ts";
import { Settings } from "../../protocol/settings.ts";
import { silentLog } from "../testing.ts";
import { HoursKeeper } from "./hours-keeper.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const end of running.splice(0)) end();
  vi.useRealTimers();
});

const running: (() => void)[] = [];
const everyDay = [0, 1, 2, 3, 4, 5, 6];
const noon = "2026-11-23T12:00:00Z";

/** Where one daemon after the other notes where the music is. */
function machine(chosen: Partial<Settings> = {}) {
  let noted: Bookmark | null = null;
  const bookmark = {
    read: async () => noted,
    note: async (newest: Bookmark) => {
      noted = newest;
    },
    due: true,
  };

  async function daemon({ at = noon, trusted = true, volume = 0.6 } = {}) {
    vi.setSystemTime(Date.parse(at));
    const settings: Settings = { ...(Value.Default(Settings, {}) as Settings), volume, ...chosen };
    const clock = { now: Date.now, monotonic: () => performance.now() };
    const hours: HoursKeeper = new HoursKeeper({
      ...{ settings: () => settings, trusted: () => trusted, timeZone: "UTC", clock, log: silentLog },
      player: () => player,
    });
    const speaker = new FakeOutput({ durationMs: 86_400_000 });
    const player: Player = new Player({
      ...{ bookmark, clock, log: quiet, volume: hours.volume, loudness: hours },
      outputs: [{ name: "speaker", output: speaker }],
      resolve: async () => ({ path: "/music/1", gainDb: null }),
      next: async () => pickNumber(1),
    });
    running.push(() => hours.stop());
    const started = player.start(hours.start());
    await vi.advanceTimersByTimeAsync(100);
    await started;
    return {
      hours,
      heard: () => [player.state.volume, speaker.volume],
      set: (to: number) => hours.setVolume(to, visitor),
      /** It plays on, and the place is noted. */
      async until(time: string) {
        vi.setSystemTime(Date.parse(time));
        await vi.advanceTimersByTimeAsync(20_000);
        speaker.advance(250);
      },
      async stop() {
        hours.stop();
        await player.stop();
      },
      crash: () => hours.stop(),
    };
  }
  return { daemon };
}

test.each(["stop", "crash"] as const)(
  "what somebody set the volume to comes back after a %s, each time",
  async (end) => {
    const { daemon } = machine();
    const first = await daemon();
    await first.set(0);
    await first.until(noon);
    await first[end]();
    const second = await daemon();
    expect(second.heard()).toEqual([0, 0]);
    await second.until(noon);
    await second[end]();
    expect((await daemon()).heard()).toEqual([0, 0]);
  },
);

test("where nobody has set it, the volume at the start holds", async () => {
  const { daemon } = machine();
  const first = await daemon({ volume: 0.6 });
  await first.until(noon);
  await first.stop();
  expect((await daemon({ volume: 0.4 })).heard()).toEqual([0.4, 0.4]);
});

test("a volume at the start that the owner has chosen since is newer than what somebody set", async () => {
  const { daemon } = machine();
  const first = await daemon({ volume: 0.6 });
  await first.set(0.9);
  await first.until(noon);
  await first.stop();
  expect((await daemon({ volume: 0.4 })).heard()).toEqual([0.4, 0.4]);
});

test("it comes back as far as quiet hours let it, and all of it when they are over", async () => {
  const { daemon } = machine({ quietHours: [{ days: everyDay, from: "20:00", to: "23:00", ceiling: 0.2 }] });
  const first = await daemon();
  await first.set(0.8);
  await first.until("2026-11-23T20:00:00Z");
  expect(first.heard()).toEqual([0.2, 0.2]);
  await first.stop();
  const second = await daemon({ at: "2026-11-23T21:00:00Z" });
  expect(second.heard()).toEqual([0.2, 0.2]);
  await second.until("2026-11-23T23:00:00Z");
  expect(second.heard()).toEqual([0.8, 0.8]);
});

test("once it has closed for the day, the next start is at the volume at the start", async () => {
  const { daemon } = machine({ openingHours: [{ days: everyDay, from: "09:00", to: "18:00" }] });
  const first = await daemon();
  await first.set(0.9);
  await first.until("2026-11-23T18:00:00Z");
  await first.stop();
  expect((await daemon({ at: "2026-11-24T09:00:00Z" })).heard()).toEqual([0.6, 0.6]);
});

test("while the time is not known it is held low all the same, until somebody moves it", async () => {
  const { daemon } = machine({ quietHours: [{ days: everyDay, from: "20:00", to: "23:00", ceiling: 0.5 }] });
  const first = await daemon();
  await first.set(0.8);
  await first.until(noon);
  first.crash();
  const second = await daemon({ trusted: false });
  expect(second.heard()).toEqual([0.3, 0.3]);
  expect(second.hours.isHeldLow).toBe(true);
  await second.set(0.4);
  expect(second.heard()).toEqual([0.4, 0.4]);
});
