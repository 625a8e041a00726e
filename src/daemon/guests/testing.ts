import { expect, onTestFinished } from "vitest";
import type { Settings } from "../../protocol/settings.ts";
import { systemClock } from "../clock.ts";
import {
  joy,
  makePlayingAppliance,
  playingOf,
  type SomeSong,
  type TestAppliance,
  titleOf,
  trackCalled,
} from "../testing.ts";
import type { PhoneLine } from "./phones.ts";

export const songs = (count: number): readonly SomeSong[] =>
  Array.from({ length: count }, (_, n) => ({ title: `joy ${n}`, at: joy }));

/** A house where a song plays, another one waits, and guests may ask for more with their phones. */
export function guestHouse() {
  let appliance: TestAppliance;
  /** So much time more, by the appliance's clock. */
  let passed = 0;

  const under = () => appliance;
  const guests = () => appliance.appliance.guests;
  const queue = () => appliance.appliance.player.queue.map(titleOf);
  const turn = (settings: Partial<Settings>) => appliance.appliance.settings.change(settings);

  return {
    ...{ under, guests, queue, turn },
    async open(overrides: Partial<Settings> = {}, some = songs(30)) {
      passed = 0;
      appliance = await makePlayingAppliance(some, {
        clock: { now: () => systemClock.now() + passed, monotonic: () => systemClock.monotonic() + passed },
      });
      onTestFinished(() => appliance.remove());
      await turn({ guestPage: true, guestSpacing: 0, ...overrides });
      await expect.poll(() => queue().length).toBe(1);
    },
    /** Time passes, and guests' things are looked at. */
    later(ms: number) {
      passed += ms;
      guests().look();
    },
    /** Songs that neither play nor come. */
    async idle(count: number): Promise<readonly string[]> {
      const busy = new Set([titleOf(playingOf(appliance)), ...queue()]);
      const { library } = appliance.appliance.store;
      const { tracks } = await library.list({ search: null, limit: 30, offset: 0 });
      const titles = tracks.map(({ title }) => title);
      return titles.filter((title) => !busy.has(title)).slice(0, count);
    },
    async ask(guest: string, title: string) {
      return guests().ask(guest, (await trackCalled(appliance, title)).id);
    },
    skip: () => appliance.appliance.programme.skips.skip({ kind: "owner" }),
    /** A phone that only counts what it is told, and goes when it is hung up on. */
    phone(guest: string) {
      const told: string[] = [];
      const line: PhoneLine = {
        send: (text: string) => void told.push(text),
        bufferedBytes: () => 0,
        close: () => leave(),
      };
      const leave = guests().phones.join(line, guest);
      return { told, leave };
    },
  };
}
