import { parseArgs } from "node:util";
import { type LooksFigures, manyLooks } from "./soak-sides/many-looks.ts";
import type { ProcessFigures } from "./soak-sides/process-watch.ts";
import { type RealTimeFigures, realTime } from "./soak-sides/real-time.ts";
import type { Slope } from "./soak-sides/slope.ts";
import { type DayFigures, wholeDay } from "./soak-sides/whole-day.ts";

export const title =
  "what wears out: memory, descriptors, timers, the event loop, silence (--minutes N, --looks N, --hours N)";
export const help = `${title}
  --minutes N   of real time, with the whole daemon on the demo reel and mpv without a speaker; 30 unless told. Half as
                long, and 15 at most, goes before: a process that is younger than 15 minutes has no slope yet,
                and vision's still has its warming up in it, which --looks has not
  --looks N     at the demo reel, one after another, for what vision's memory does in hours; 100000 unless told
  --hours N     as fast as they go, of what goes by a clock that is handed in; 24 unless told
  0 leaves one of them out`;

const stallAimMs = 10;

export interface SoakFigures {
  realTime: RealTimeFigures | null;
  looks: LooksFigures | null;
  day: DayFigures | null;
}

export async function run(args: readonly string[]): Promise<SoakFigures> {
  const { values } = parseArgs({
    args: [...args],
    options: { minutes: { type: "string" }, looks: { type: "string" }, hours: { type: "string" } },
  });
  const [minutes, hours] = [count("minutes", values.minutes, 30), count("hours", values.hours, 24)];
  const looks = count("looks", values.looks, 100_000);
  return {
    looks: looks === 0 ? null : await manyLooks(looks),
    day: hours === 0 ? null : await wholeDay(hours),
    realTime: minutes === 0 ? null : await realTime(minutes),
  };
}

function count(name: string, given: string | undefined, otherwise: number): number {
  const number = given === undefined ? otherwise : Number(given);
  if (!Number.isFinite(number) || number < 0) throw new Error(`--${name} takes a number.`);
  return number;
}

export function table({ realTime: real, looks, day }: SoakFigures): string {
  return [
    ...(real === null ? [] : ofRealTime(real)),
    ...(looks === null ? [] : ofLooks(looks)),
    ...(day === null ? [] : ofDay(day)),
  ].join("\n");
}

function ofRealTime(figures: RealTimeFigures): string[] {
  const { minutes, warmAfterMinutes, songs, processes, heapMb, leaked, eventLoop, yardstick, silence } =
    figures;
  const kinds = Object.entries(leaked).map(([kind, more]) => `${more} ${kind}`);
  return [
    `${minutes} min of real time, ${songs} songs; slopes of processes that are older than ${warmAfterMinutes} min`,
    ...processes.flatMap(ofProcess),
    `  heap of the daemon      ${heapMb.first.toFixed(1)} MB, then ${heapMb.last.toFixed(1)} MB (${signed(heapMb.perHour)} MB an hour)`,
    `  left over at the end    ${kinds.length === 0 ? "no timer, socket or watcher" : kinds.join(", ")}`,
    `  longest stall           ${eventLoop.maxMs} ms of the daemon's loop, aim ${stallAimMs} ms; ${yardstick.maxMs} ms of a nearly idle process beside it`,
    `  99 % of the loop's turns late by less than ${eventLoop.p99Ms} ms; the idle one's by less than ${yardstick.p99Ms} ms`,
    `  longest silence         ${silence.longestMs} ms (after ${Math.round(silence.atMs / 1_000)} s); ${silence.gaps} of more than 100 ms`,
  ];
}

function ofProcess(figures: ProcessFigures): string[] {
  const { name, lives, firstMb, lastMb, slopeMb, firstDescriptors, lastDescriptors, threads } = figures;
  const slope = slopeMb === null ? "too young for a slope" : slopeText(slopeMb);
  return [
    `  ${name.padEnd(24)}${firstMb.toFixed(0)} MB, then ${lastMb.toFixed(0)} MB (${slope}); ${firstDescriptors} descriptors, then ${lastDescriptors}, ${figures.mostDescriptors} at most; ${threads} threads${lives > 1 ? `; started ${lives} times` : ""}`,
  ];
}

function ofLooks({ looks, faces, hours, tookMs, firstMb, lastMb, mostMb, slopeMb }: LooksFigures): string[] {
  return [
    `${looks} looks at ${faces} faces, ${hours.toFixed(1)} h of them at the usual pace (in ${Math.round(tookMs / 1_000)} s)`,
    `  vision                  ${firstMb.toFixed(0)} MB, then ${lastMb.toFixed(0)} MB, ${mostMb.toFixed(0)} at most (${slopeText(slopeMb)} of looking, in the second half)`,
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

const slopeText = ({ perHour, plusMinus }: Slope): string =>
  `${signed(perHour)} ± ${plusMinus.toFixed(1)} MB an hour`;

const signed = (number: number): string => `${number < 0 ? "−" : "+"}${Math.abs(number).toFixed(1)}`;
