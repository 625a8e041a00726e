import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import type { BrowserContext } from "playwright-core";
import { descendants } from "../../test/processes.ts";

/** Shares of one core, in percent, that the page at rest takes: its renderer and the process that puts it on the screen. */
export interface WeatherCost {
  moving: number;
  /** The same page for who wants nothing to move. */
  still: number;
  /** What the weather's moving adds. */
  weather: number;
}

/** Linux counts processor time in these, on all that Mien runs on. */
const ticksPerSecond = 100;
const drawing = /--type=(renderer|gpu-process)/;

/** The page has to be the browser's only one. */
export async function measureWeather(
  context: BrowserContext,
  url: string,
  { seconds, rounds }: { seconds: number; rounds: number },
): Promise<WeatherCost> {
  const page = await context.newPage();
  const shares = { moving: [] as number[], still: [] as number[] };
  try {
    await page.goto(url);
    await page.getByTestId("title").first().waitFor();
    // By turns, so that what else the machine does falls on both.
    for (let n = 0; n < rounds; n++) {
      for (const [name, reducedMotion] of [
        ["moving", "no-preference"],
        ["still", "reduce"],
      ] as const) {
        await page.emulateMedia({ reducedMotion });
        await delay(3_000); // What the change itself takes.
        shares[name].push(await drawnShare(seconds));
      }
    }
  } finally {
    await page.close();
  }
  const moving = median(shares.moving);
  const still = median(shares.still);
  return { moving, still, weather: Math.max(0, Math.round(10 * (moving - still)) / 10) };
}

/** What all pages of this process's browser take to be drawn, in percent of one core. */
export async function drawnShare(seconds: number): Promise<number> {
  const before = ticks();
  const began = performance.now();
  await delay(seconds * 1_000);
  return shareOfCore(before, ticks(), performance.now() - began);
}

type Ticks = ReadonlyMap<number, number>;

/** By process; what began or ended between two looks counts in neither. */
export function shareOfCore(before: Ticks, after: Ticks, tookMs: number): number {
  const spent = [...after].reduce((sum, [pid, at]) => sum + (at - (before.get(pid) ?? at)), 0);
  return Math.round((1_000 * spent) / ticksPerSecond / (tookMs / 1_000)) / 10;
}

function ticks(): Ticks {
  const mine = descendants(process.pid).filter(({ command }) => drawing.test(command));
  return new Map(
    mine.flatMap(({ pid }) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
        const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        return [[pid, Number(fields[11]) + Number(fields[12])] as const];
      } catch {
        return []; // It ended between the listing and the look.
      }
    }),
  );
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
