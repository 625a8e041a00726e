import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext } from "playwright-core";
import { type Spread, spreadOf } from "../recovery-sides/spread.ts";
import { SlowPage } from "./slow-page.ts";

/** From the address on, with an empty cache. */
export interface Loads {
  firstPaint: Spread;
  /** Until the title of the song that plays is on the screen. */
  firstState: Spread;
  /** The first paint of a page with nothing but a word: what browser and machine take alone. */
  word: Spread;
}

const word = '<!doctype html><html lang="en"><title>Word</title><link rel="icon" href="data:,"><p>Word';

export async function measureLoads(
  context: BrowserContext,
  url: string,
  { rounds, slowdown }: { rounds: number; slowdown: number },
): Promise<Loads> {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(word);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const wordAt = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const times = { firstPaint: [] as number[], firstState: [] as number[], word: [] as number[] };
  const slow = await SlowPage.open(context, slowdown);
  const { page } = slow;
  try {
    // One round before the first that counts: the browser's own start belongs to nobody's page.
    for (let n = -1; n < rounds; n++) {
      await slow.forgetCache();
      await page.goto(wordAt);
      const wordMs = await slow.told("the first paint of a page with a word", firstPaint);
      await slow.forgetCache();
      await page.goto(url);
      const paintMs = await slow.told("the first paint of the kiosk's page", firstPaint);
      const stateMs = await slow.told(
        "the kiosk's page to show the daemon's first state",
        "mienBench.firstState",
      );
      if (n < 0) continue;
      times.word.push(wordMs);
      times.firstPaint.push(paintMs);
      times.firstState.push(stateMs);
    }
  } finally {
    await slow.close();
    server.close();
  }
  return {
    firstPaint: spreadOf(times.firstPaint),
    firstState: spreadOf(times.firstState),
    word: spreadOf(times.word),
  };
}

/** In the page: when the first words or pictures of it were painted. */
const firstPaint = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const [entry] = list.getEntriesByName("first-contentful-paint");
    if (entry) resolve(entry.startTime);
  }).observe({ type: "paint", buffered: true });
})`;
