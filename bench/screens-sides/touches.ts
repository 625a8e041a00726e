import type { BrowserContext } from "playwright-core";
import { type Spread, spreadOf } from "../recovery-sides/spread.ts";
import { SlowPage } from "./slow-page.ts";

/** From a finger on the glass to the frame that shows what came of it. */
export interface Touches {
  /** The page at rest brings its controls. */
  wake: Spread;
  /** A song is touched: it asks when. */
  pick: Spread;
  /** Play or pause: the daemon's word turns the button over. */
  playPause: Spread;
  volume: Spread;
  /** The point goes where the finger is. */
  dial: Spread;
  /** The dialog to sign in opens. */
  signIn: Spread;
  /** A button that changes a word on a page with nothing else: what browser and machine take alone. */
  word: Spread;
}

export const touchNames = ["wake", "pick", "playPause", "volume", "dial", "signIn", "word"] as const;

const wordToTouch = `<!doctype html><title>Word</title><meta name="viewport" content="width=device-width">
<button style="font-size: 80px" onclick="textContent += '.'">Word</button>`;

export async function measureTouches(
  context: BrowserContext,
  url: string,
  { rounds, slowdown }: { rounds: number; slowdown: number },
): Promise<Touches> {
  const times = Object.fromEntries(touchNames.map((name) => [name, [] as number[]])) as Record<
    keyof Touches,
    number[]
  >;
  const plain = await SlowPage.open(context, slowdown);
  const slow = await SlowPage.open(context, slowdown);
  const { page } = slow;
  /** As it stands: a finger on the place where it already is would change nothing. */
  const now = async (what: "volume" | "dial"): Promise<number> =>
    Number(await page.evaluate(`mienBench.now("${what}")`));
  try {
    await plain.page.goto(`data:text/html,${encodeURIComponent(wordToTouch)}`);
    await page.goto(url, { waitUntil: "networkidle" });
    await page.getByTestId("title").first().waitFor();
    // One round before the first that counts: what is compiled by a first touch is compiled once a day.
    for (let n = -1; n < rounds; n++) {
      const took: Record<keyof Touches, number> = {
        wake: await slow.touchMs("[data-testid=touch]", "awake"),
        volume: await slow.touchMs("[data-testid=volume]", "volume", (await now("volume")) > 0.5 ? 0.4 : 0.6),
        dial: await slow.touchMs("[data-testid=mood-dial]", "dial", (await now("dial")) > 0 ? 0.3 : 0.7),
        playPause: await slow.touchMs("[data-testid=play-pause]", "playing"),
        signIn: await slow.touchMs("[data-testid=who]", "dialog"),
        ...{ pick: Number.NaN, word: Number.NaN },
      };
      await slow.touchMs("[data-testid=people-close]", "dialog");
      took.pick = await slow.touchMs("[data-testid=pick]", "asking");
      await slow.touchMs("[data-testid=touch]", "awake");
      await plain.page.bringToFront();
      took.word = await plain.touchMs("button", "word");
      await page.bringToFront();
      if (n >= 0) for (const name of touchNames) times[name].push(took[name]);
    }
  } finally {
    await slow.close();
    await plain.close();
  }
  return Object.fromEntries(touchNames.map((name) => [name, spreadOf(times[name])])) as unknown as Touches;
}
