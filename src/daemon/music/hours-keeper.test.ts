import { Value } from "typebox/value";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { playerOnFakes, system, visitor } from "../../player/testing.ts";
import { Settings } from "../../protocol/settings.ts";
import { silentLog } from "../testing.ts";
import { HoursKeeper } from "./hours-keeper.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const everyDay = [0, 1, 2, 3, 4, 5, 6];
const hours = [{ days: everyDay, from: "09:00", to: "18:00" }];

async function keeperAt(utc: string, chosen: Partial<Settings> = {}, trusted = true) {
  vi.setSystemTime(Date.parse(utc));
  let settings: Settings = { ...(Value.Default(Settings, {}) as Settings), volume: 0.5, ...chosen };
  const machine = { trusted };
  const fakes = await playerOnFakes();
  const keeper = new HoursKeeper({
    player: () => fakes.player,
    settings: () => settings,
    trusted: () => machine.trusted,
    clock: { now: Date.now, monotonic: () => performance.now() },
    timeZone: "UTC",
    log: silentLog,
  });
  const [openBefore, volumeBefore] = [keeper.open, keeper.volume];
  // As the player begins: another volume there would be somebody's wish.
  await fakes.player.setVolume(keeper.volume, system);
  if (keeper.start() === "closed") void fakes.player.close({ kind: "schedule" });
  await fakes.time(10_000);
  const change = (part: Partial<Settings>): void => {
    settings = { ...settings, ...part };
    keeper.look();
  };
  return { ...fakes, keeper, openBefore, volumeBefore, machine, change };
}

describe("opening hours", () => {
  test("end the music with a fade, and begin it again, by themselves", async () => {
    const { player, speaker, events, time } = await keeperAt("2026-11-23T17:59:40Z", { openingHours: hours });
    expect(player.state.intended).toBe("playing");
    await time(12_000);
    expect(events()).toEqual(["began 1"]);
    await time(8_000);
    expect(speaker.faded).toBe(true);
    expect(events()).toEqual(["began 1", expect.stringMatching("ended 1 stopped by schedule")]);
    expect(player.state).toMatchObject({ intended: "closed", actual: { state: "idle", because: "closed" } });
    expect(speaker.running).toBe(false);
    vi.setSystemTime(Date.parse("2026-11-24T09:00:00Z"));
    await time(6_000);
    expect(player.state).toMatchObject({ intended: "playing", actual: { state: "playing" } });
    expect(speaker.loads.at(-1)).toMatchObject({ fadeInMs: 4_000 });
  });

  test("are known before the music starts: a camera does not wait for it", async () => {
    const night = await keeperAt("2026-11-23T20:00:00Z", { openingHours: hours });
    expect([night.openBefore, night.keeper.open]).toEqual([false, false]);
    const day = await keeperAt("2026-11-23T12:00:00Z", { openingHours: hours });
    expect([day.openBefore, day.keeper.open]).toEqual([true, true]);
  });

  test("nobody plays while it is closed", async () => {
    const { player, speaker, time } = await keeperAt("2026-11-23T20:00:00Z", { openingHours: hours });
    const loads = speaker.loads.length;
    await player.play(visitor);
    await player.skip(visitor);
    await player.playNow(
      { id: "x", item: { kind: "announcement", title: "x" }, pickedAt: 0, reasons: [], draw: null },
      visitor,
    );
    await time(60_000);
    expect(player.state.intended).toBe("closed");
    expect(speaker.loads).toHaveLength(loads);
  });

  test("whatever changes by night, the first song is chosen when it opens, and not for the night before", async () => {
    const { player, music, events, time } = await keeperAt("2026-11-23T20:00:00Z", { openingHours: hours });
    const { asked } = music;
    await player.requeue();
    await player.drop(() => true);
    expect([player.queue, music.asked]).toEqual([[], asked]);
    vi.setSystemTime(Date.parse("2026-11-24T09:00:00Z"));
    await time(6_000);
    expect(events().at(-1)).toBe(`began ${asked + 1}`);
  });

  test("a temporary stop ends the music, and taking it back brings it", async () => {
    const { player, speaker, change, time } = await keeperAt("2026-11-23T12:00:00Z", { openingHours: hours });
    change({ temporaryStop: { until: null } });
    await time(8_000);
    expect(player.state.intended).toBe("closed");
    expect(speaker.faded).toBe(true);
    change({ temporaryStop: null });
    await time(1_000);
    expect(player.state.intended).toBe("playing");
  });

  test("while the time is not known it plays, quietly; and closes when it is known to be night", async () => {
    const { player, machine, keeper, time } = await keeperAt(
      "2026-11-23T20:00:00Z",
      { openingHours: hours },
      false,
    );
    expect(player.state).toMatchObject({ intended: "playing", volume: 0.3 });
    machine.trusted = true;
    keeper.look();
    await time(8_000);
    expect(player.state.intended).toBe("closed");
  });
});

describe("the volume", () => {
  test("is low while the time is not known, unless somebody moves it, or nothing goes by the time", async () => {
    const { player, keeper } = await keeperAt("2026-11-23T12:00:00Z", { openingHours: hours }, false);
    expect(player.state.volume).toBe(0.3);
    await keeper.setVolume(0.8, visitor);
    expect(player.state.volume).toBe(0.8);
    const without = await keeperAt("2026-11-23T12:00:00Z", {}, false);
    expect(without.player.state.volume).toBe(0.5);
  });

  test("is the owner's own lowest meanwhile, where there is one", async () => {
    const volumeRange = { floor: 0.15, ceiling: 0.9 };
    const { player } = await keeperAt("2026-11-23T12:00:00Z", { openingHours: hours, volumeRange }, false);
    expect(player.state.volume).toBe(0.15);
  });

  test("is said to be held low while it is, and no longer", async () => {
    const held = await keeperAt("2026-11-23T12:00:00Z", { openingHours: hours }, false);
    expect(held.keeper.isHeldLow).toBe(true);
    await held.keeper.setVolume(0.8, visitor);
    expect(held.keeper.isHeldLow).toBe(false);
    const without = await keeperAt("2026-11-23T12:00:00Z", {}, false);
    expect(without.keeper.isHeldLow).toBe(false);
    const known = await keeperAt("2026-11-23T12:00:00Z", { openingHours: hours });
    expect(known.keeper.isHeldLow).toBe(false);
  });

  test("is somebody's wish within the owner's range", async () => {
    const { player, keeper } = await keeperAt("2026-11-23T12:00:00Z", {
      volumeRange: { floor: 0.2, ceiling: 0.7 },
    });
    const range = "The owner has set it to from 20 % to 70 %.";
    expect(await keeper.setVolume(1, visitor)).toBe(range);
    expect(player.state.volume).toBe(0.7);
    expect(await keeper.setVolume(0, visitor)).toBe(range);
    expect(player.state.volume).toBe(0.2);
    expect(await keeper.setVolume(0.7, visitor)).toBeNull();
  });

  test("goes down for quiet hours, and comes back to the wish after them", async () => {
    const quietHours = [{ days: everyDay, from: "22:00", to: "22:01", ceiling: 0.25 }];
    const { player, time } = await keeperAt("2026-11-23T21:59:40Z", { quietHours });
    expect(player.state.volume).toBe(0.5);
    await time(15_000);
    expect(player.state.volume).toBe(0.25);
    await time(70_000);
    expect(player.state.volume).toBe(0.5);
  });

  test("of a part of the day holds in it", async () => {
    const part = {
      ...{ name: "Evening", days: everyDay, from: "18:00", to: "23:00", affect: null, policy: null },
      ...{ policyByMood: {}, allowExplicit: null, highestArousal: null },
      volume: { floor: 0.6, ceiling: 0.8 },
    };
    const { player } = await keeperAt("2026-11-23T19:00:00Z", { dayparts: [part] });
    expect(player.state.volume).toBe(0.6);
  });

  test("climbs after opening, until somebody says how loud it is to be", async () => {
    const { player, keeper, time } = await keeperAt("2026-11-23T08:59:45Z", {
      openingHours: hours,
      climbMinutes: 10,
    });
    await time(10_000);
    expect(player.state.volume).toBeCloseTo(0.25, 1);
    await time(300_000);
    expect(player.state.volume).toBeCloseTo(0.375, 1);
    await keeper.setVolume(0.45, visitor);
    await time(300_000);
    expect(player.state.volume).toBe(0.45);
  });

  describe("where the daemon comes during a climb", () => {
    const climbing = { openingHours: hours, climbMinutes: 10 };

    test("goes on from where it would be, and to the top", async () => {
      const { player, volumeBefore, time } = await keeperAt("2026-11-23T09:05:00Z", climbing);
      expect(volumeBefore).toBeCloseTo(0.375, 2);
      expect(player.state.volume).toBeCloseTo(0.38, 1);
      expect(player.state.volume).toBeLessThan(0.4);
      await time(310_000);
      expect(player.state.volume).toBeCloseTo(0.5, 2);
    });

    test("goes on from there as soon as the machine knows the time", async () => {
      const { player, machine, keeper, time } = await keeperAt("2026-11-23T09:02:00Z", climbing, false);
      expect(player.state.volume).toBe(0.3);
      await time(60_000);
      machine.trusted = true;
      keeper.look();
      await time(1_000);
      expect(player.state.volume).toBeCloseTo(0.33, 2);
    });

    test("is what somebody said before a restart", async () => {
      const said = await keeperAt("2026-11-23T09:02:00Z", climbing);
      expect(said.keeper.recall({ volume: 0.45, byPerson: true, atStart: 0.5 })).toBe(0.45);
      const unsaid = await keeperAt("2026-11-23T09:02:00Z", climbing);
      expect(unsaid.keeper.recall({ volume: 0.45, byPerson: false, atStart: 0.5 })).toBeLessThan(0.4);
    });

    test("begins anew with each opening, whatever somebody said the day before", async () => {
      const { keeper, time } = await keeperAt("2026-11-23T16:59:00Z", climbing);
      await keeper.setVolume(0.45, { kind: "system" });
      expect(keeper.wanted.byPerson).toBe(true);
      await time(2 * 60_000);
      await time(16 * 3_600_000);
      expect(keeper.open).toBe(true);
      expect(keeper.wanted.byPerson).toBe(false);
    });

    test("is at the top where the climb is over, or nothing ever closes", async () => {
      expect((await keeperAt("2026-11-23T09:11:00Z", climbing)).player.state.volume).toBe(0.5);
      expect((await keeperAt("2026-11-23T00:01:00Z", { climbMinutes: 10 })).player.state.volume).toBe(0.5);
    });
  });
});
