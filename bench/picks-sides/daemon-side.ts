import { openStore } from "../../src/store/open.ts";
import { type FigureTimes, timeFigures } from "./figure-times.ts";
import { type PickTimes, timePicks } from "./pick-times.ts";

/** What is timed in a process that holds no more than a daemon does: who made the music has all of it in memory. */
export interface DaemonTimes {
  picks: readonly PickTimes[];
  figures: readonly FigureTimes[];
}

const [file = ""] = process.argv.slice(2);
const log = { warn: (details: object, message: string) => console.warn(message, details) };
const store = await openStore({ file, log });
const picks = await timePicks(store);
const figures = await timeFigures(store);
await store.close();
process.send?.({ picks, figures } satisfies DaemonTimes);
