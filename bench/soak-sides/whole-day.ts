import { mock } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { faceShowing, makeTestAppliance } from "../../src/daemon/testing.ts";
import type { Settings } from "../../src/protocol/settings.ts";
import { scannedFile } from "../../src/store/testing.ts";
import { DayRules } from "./day-rules.ts";

export interface DayFigures {
  hours: number;
  tookMs: number;
  songs: number;
  /** While it is open and has begun to play. */
  longestSilenceMs: number;
  openedLateMsMax: number;
  closedLateMsMax: number;
  outOfRangeMsMax: number;
  /** Songs that came back before they had rested, and did not say so. */
  restsBroken: number;
  restsWidened: number;
  /** From the second hour to the end, garbage collected. */
  heapMbPerHour: number;
}

const hourMs = 3_600_000;
const stepMs = 1_000;
/** How long the clock waits for the store, which works in real time, before what is missing counts as missing. */
const patienceMs = 5_000;
const everyDay = [0, 1, 2, 3, 4, 5, 6];
const faces = [{ happy: 0.9, neutral: 0.1 }, null, { sad: 0.8, neutral: 0.2 }, { neutral: 1 }] as const;

const settings: Partial<Settings> = {
  openingHours: [
    { days: everyDay, from: "08:00", to: "14:00" },
    { days: everyDay, from: "15:00", to: "23:00" },
  ],
  quietHours: [{ days: everyDay, from: "21:30", to: "07:00", ceiling: 0.4 }],
  volumeRange: { floor: 0.2, ceiling: 0.9 },
  climbMinutes: 10,
  onMoodChange: "fade",
};

/**
 * A day of the appliance, as fast as it goes: opening hours, volume, mood, picks, rests and the history are the real
 * ones, with a real store; the clock is handed in, and an output that goes by it stands in for mpv. Whatever the store
 * does takes no time by this clock, and nothing is said of how long anything really takes.
 */
export async function wholeDay(hours: number): Promise<DayFigures> {
  const began = performance.now();
  setFlagsFromString("--expose_gc");
  const collect = runInNewContext("gc") as () => void;
  const real = { setTimeout };
  // An hour before it opens.
  const morning = new Date(2026, 2, 2, 7).getTime();
  mock.timers.enable({ apis: ["setTimeout", "setInterval", "Date"], now: morning });
  const clock = { now: () => Date.now(), monotonic: () => Date.now() - morning };
  const made = await makeTestAppliance({ clock, overrides: { ...settings, musicFolders: [] } });
  const { appliance, output } = made;
  Object.assign(output.capabilities, { gapless: true });
  const { plays } = appliance.store;
  const begin = plays.begin.bind(plays);
  let writing = 0;
  plays.begin = async (play) => {
    writing += 1;
    await begin(play).finally(() => {
      writing -= 1;
    });
  };
  const pause = (ms: number): Promise<void> => new Promise((resolve) => real.setTimeout(resolve, ms));
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  try {
    await appliance.store.library.put(someSongs());
    const rules = new DayRules({
      appliance,
      output,
      restMs: appliance.settings.current.trackRestMinutes * 60_000,
    });
    appliance.follow();
    appliance.room.start();
    await appliance.player.start(appliance.hours.start());
    let heapAtTwo = 0;
    for (let atMs = 0; atMs < hours * hourMs; atMs += stepMs) {
      if (atMs === 2 * hourMs || (atMs === 0 && hours <= 2)) heapAtTwo = heapAfter(collect);
      mock.timers.tick(stepMs);
      output.advance(stepMs);
      const face = faces[Math.floor(atMs / (12 * 60_000)) % faces.length] ?? null;
      if (face !== null && atMs % (2 * stepMs) === 0) appliance.room.see(faceShowing(face, atMs / stepMs));
      await turn();
      for (let waitedMs = 0; waitedMs < patienceMs && (rules.isWaiting || writing > 0); waitedMs += 2)
        await pause(2);
      rules.look(stepMs);
    }
    const heapMbPerHour = (heapAfter(collect) - heapAtTwo) / 1e6 / Math.max(1, hours - 2);
    return { hours, tookMs: Math.round(performance.now() - began), ...rules.figures, heapMbPerHour };
  } finally {
    mock.timers.reset();
    await made.remove();
  }
}

function heapAfter(collect: () => void): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** Twenty hours of music by fifty artists, spread over the circumplex. */
function someSongs() {
  return Array.from({ length: 400 }, (_, n) => {
    const angle = n * 2.4;
    const point = { valence: Math.cos(angle) * ((n % 9) / 10), arousal: Math.sin(angle) * ((n % 9) / 10) };
    const track = {
      title: `Song ${n}`,
      artists: [`Artist ${n % 50}`],
      affect: { point, confidence: 1, from: "tag" },
    };
    return scannedFile(`/songs/${n}.mp3`, { root: "/songs", track: track as never });
  });
}
