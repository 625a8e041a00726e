import { parseArgs } from "node:util";
import type { ProcessFigures } from "./soak-sides/process-watch.ts";
import { type RealTimeFigures, realTime } from "./soak-sides/real-time.ts";
import { type DayFigures, wholeDay } from "./soak-sides/whole-day.ts";

export const title =
  "what wears out: memory, descriptors, timers, the event loop, silence (--minutes N, --hours N)";
export const help = `${title}
  --minutes N   of real time, with the whole daemon on the demo reel and mpv without a speaker; 30 unless told
  --hours N     as fast as they go, of what goes by a clock that is handed in; 24 unless told
  0 leaves one of them out`;

export interface SoakFigures {
  realTime: RealTimeFigures | null;
  day: DayFigures | null;
}

export async function run(args: readonly string[]): Promise<SoakFigures> {
  const { values } = parseArgs({
    args: [...args],
    options: { minutes: { type: "string" }, hours: { type: "string" } },
  });
  const [minutes, hours] = [count("minutes", values.minutes, 30), count("hours", values.hours, 24)];
  return {
    day: hours === 0 ? null : await wholeDay(hours),
    realTime: minutes === 0 ? null : await realTime(minutes),
  };
}

function count(name: string, given: string | undefined, otherwise: number): number {
  const number = given === undefined ? otherwise : Number(given);
  if (!Number.isFinite(number) || number < 0) throw new Error(`--${name} takes a number.`);
  return number;
}

export function table({ realTime: real, day }: SoakFigures): string {
  return [...(real === null ? [] : ofRealTime(real)), ...(day === null ? [] : ofDay(day))].join("\n");
}

function ofRealTime(figures: RealTimeFigures): string[] {
  const { minutes, songs, processes, heapMb, leaked, eventLoop, yardstick, silence } = figures;
  const kinds = Object.entries(leaked).map(([kind, more]) => `${more} ${kind}`);
  return [
    `${minutes} min of real time, ${songs} songs`,
    ...processes.flatMap(ofProcess),
    `  heap of the daemon      ${heapMb.first.toFixed(1)} MB, then ${heapMb.last.toFixed(1)} MB (${signed(heapMb.perHour)} MB an hour)`,
    `  left over at the end    ${kinds.length === 0 ? "no timer, socket or watcher" : kinds.join(", ")}`,
    `  event loop late by      99 % under ${eventLoop.p99Ms} ms, longest ${eventLoop.maxMs} ms`,
    `  a nearly idle process   99 % under ${yardstick.p99Ms} ms, longest ${yardstick.maxMs} ms`,
    `  longest silence         ${silence.longestMs} ms (after ${Math.round(silence.atMs / 1_000)} s); ${silence.gaps} of more than 100 ms`,
  ];
}

function ofProcess(figures: ProcessFigures): string[] {
  const { name, lives, firstMb, lastMb, slopeMb, firstDescriptors, lastDescriptors, threads } = figures;
  const slope = `${signed(slopeMb.perHour)} ± ${slopeMb.plusMinus.toFixed(1)} MB an hour in the second half`;
  return [
    `  ${name.padEnd(24)}${firstMb.toFixed(0)} MB, then ${lastMb.toFixed(0)} MB (${slope}); ${firstDescriptors} descriptors, then ${lastDescriptors}, ${figures.mostDescriptors} at most; ${threads} threads${lives > 1 ? `; started ${lives} times` : ""}`,
  ];
}

function ofDay(day: DayFigures): string[] {
  return [
    `${day.hours} h by a clock that is handed in (in ${Math.round(day.tookMs / 1_000)} s), ${day.songs} songs`,
    `  longest silence         ${day.longestSilenceMs} ms while open`,
    `  opened late by          ${day.openedLateMsMax} ms, closed late by ${day.closedLateMsMax} ms, its last fade in it`,
    `  volume out of range for ${day.outOfRangeMsMax} ms at most`,
    `  songs before their rest ${day.restsBroken}, and ${day.restsWidened} that said so`,
    `  heap                    ${signed(day.heapMbPerHour)} MB an hour`,
  ];
}

const signed = (number: number): string => `${number < 0 ? "−" : "+"}${Math.abs(number).toFixed(1)}`;
