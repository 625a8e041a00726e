import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { LoopDelay } from "../src/daemon/loop-meter.ts";
import { RunningDaemon } from "../test/running-daemon.ts";
import { Crowd } from "./pages-sides/crowd.ts";
import type { CrowdOrder, CrowdWord } from "./pages-sides/crowd-main.ts";
import { type Spread, spreadOf } from "./recovery-sides/spread.ts";

export const title = "a thousand pages at once: how long the kiosk's own page waits, what slow ones miss";
export const help = `${title}
  --pages N     pages that follow, 1000 unless told
  --slow N      of them read next to nothing for the whole time, 50 unless told
  --seconds N   of changes twice a second, 30 unless told`;

/** How long the page of the kiosk waits. */
interface Waits {
  /** For its HTML. */
  page: Spread;
  /** For the whole state. */
  state: Spread;
  /** From a touch to the new state on its socket. */
  touch: Spread;
}

export interface PagesFigures {
  pages: number;
  slow: number;
  open: number;
  refused: number;
  alone: Waits;
  crowded: Waits;
  eventLoop: LoopDelay;
  daemonMb: { alone: number; crowded: number };
  /** Pages that know the newest state afterwards, and slow ones once they read again. */
  newest: number;
  newestOfSlow: number;
  messages: number;
  messagesToSlow: number;
}

const everyMs = 500;
const settleMs = 5_000;

interface HealthAnswer {
  memory: { daemonRssBytes: number };
  eventLoop: LoopDelay;
}

export async function run(args: readonly string[]): Promise<PagesFigures> {
  const { values } = parseArgs({
    args: [...args],
    options: { pages: { type: "string" }, slow: { type: "string" }, seconds: { type: "string" } },
  });
  const [pages, slow, seconds] = [
    Number(values.pages ?? 1_000),
    Number(values.slow ?? 50),
    Number(values.seconds ?? 30),
  ];
  if (![pages, slow, seconds].every((number) => Number.isInteger(number) && number >= 0) || seconds < 1)
    throw new Error("--pages, --slow and --seconds take whole numbers.");
  const daemon = await RunningDaemon.start(["--demo", "--output", "null"]);
  const crowd = new Crowd<CrowdOrder, CrowdWord>(
    "pages",
    new URL("./pages-sides/crowd-main.js", import.meta.url),
  );
  try {
    await daemon.until("music", ({ player }) => player.actual.state === "playing", 120_000);
    const mb = async (): Promise<number> =>
      Math.round((await daemon.get<HealthAnswer>("/api/health")).memory.daemonRssBytes / 1e6);
    const alone = await waitsOf(daemon, Math.min(10, seconds));
    const aloneMb = await mb();
    const { open, refused } = await crowd.ask({ do: "open", url: daemon.url, pages, slow });
    const crowded = await waitsOf(daemon, seconds);
    const { eventLoop } = await daemon.get<HealthAnswer>("/api/health");
    const crowdedMb = await mb();
    const last = 0.33;
    await daemon.command({ do: "setVolume", volume: last });
    await delay(settleMs);
    const quick = await crowd.ask({ do: "tell" });
    await crowd.ask({ do: "resume" });
    await delay(settleMs);
    const late = await crowd.ask({ do: "tell" });
    return {
      ...{ pages, slow, open, refused, alone, crowded, eventLoop },
      daemonMb: { alone: aloneMb, crowded: crowdedMb },
      newest: quick.volumes[`${last}`] ?? 0,
      newestOfSlow: late.slowVolumes[`${last}`] ?? 0,
      messages: late.messages,
      messagesToSlow: late.slowMessages,
    };
  } finally {
    crowd.stop();
    await daemon.stop();
  }
}

/** One touch after another, as somebody at the screen; each is another volume. */
async function waitsOf(daemon: RunningDaemon, seconds: number): Promise<Waits> {
  const [page, state, touch]: [number[], number[], number[]] = [[], [], []];
  const began = performance.now();
  for (let n = 0; n * everyMs < seconds * 1_000; n += 1) {
    await delay(Math.max(0, began + n * everyMs - performance.now()));
    page.push(await timed(async () => void (await (await fetch(`${daemon.url}/`)).text())));
    state.push(await timed(() => daemon.get("/api/state")));
    const volume = 0.4 + (n % 20) / 100;
    touch.push(
      await timed(async () => {
        await daemon.command({ do: "setVolume", volume });
        await daemon.until("the volume", ({ player }) => Math.abs(player.volume - volume) < 0.001, 20_000);
      }),
    );
  }
  return { page: spreadOf(page), state: spreadOf(state), touch: spreadOf(touch) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export function table(figures: PagesFigures): string {
  const { pages, slow, open, refused, alone, crowded, eventLoop, daemonMb } = figures;
  const spread = ({ p50Ms, p99Ms, maxMs }: Spread): string =>
    `median ${p50Ms} ms, 99 % ${p99Ms} ms, longest ${maxMs} ms`;
  const waits = (name: string, of: (waits: Waits) => Spread) => [
    `  ${name.padEnd(24)}${spread(of(crowded))}`,
    `  ${"alone".padEnd(24)}${spread(of(alone))}`,
  ];
  return [
    `${open} of ${pages} pages at once, ${refused} refused, ${slow} of them read next to nothing`,
    ...waits("the kiosk's page", ({ page }) => page),
    ...waits("the whole state", ({ state }) => state),
    ...waits("a touch, until seen", ({ touch }) => touch),
    `  event loop late by      99 % under ${eventLoop.p99Ms} ms, longest ${eventLoop.maxMs} ms`,
    `  memory of the daemon    ${daemonMb.alone} MB alone, ${daemonMb.crowded} MB with all of them`,
    `  newest state known to   ${figures.newest} of ${open - slow} pages, and ${figures.newestOfSlow} of ${slow} slow ones once they read again`,
    `  messages to a page      ${figures.messages}, to a slow one ${figures.messagesToSlow}`,
  ].join("\n");
}
