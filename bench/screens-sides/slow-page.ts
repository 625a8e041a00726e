import { join } from "node:path";
import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { root } from "../../test/running-daemon.ts";
import { within } from "../recovery-sides/within.ts";

/** Of what would never come; it says nothing of how long anything may take. */
const LIMIT_MS = 120_000;
const BETWEEN_TOUCHES_MS = 400;

/** A page whose main thread runs several times slower, and that can be touched as by a finger. */
export class SlowPage {
  readonly page: Page;
  readonly #devtools: CDPSession;

  private constructor(page: Page, devtools: CDPSession) {
    this.page = page;
    this.#devtools = devtools;
  }

  static async open(context: BrowserContext, slowdown: number): Promise<SlowPage> {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await devtools.send("Emulation.setTouchEmulationEnabled", { enabled: true });
    await page.addInitScript({ path: join(root, "bench/screens-sides/watch-page.js") });
    return new SlowPage(page, devtools);
  }

  /** As by somebody who was never here. */
  async forgetCache(): Promise<void> {
    await this.#devtools.send("Network.clearBrowserCache");
  }

  /** Once what the last touch began is done, the daemon's answer to it too: a finger needs longer for the next. */
  async settled(): Promise<void> {
    await this.page.waitForTimeout(BETWEEN_TOUCHES_MS);
    await this.told(
      "the page to have nothing to do",
      "new Promise((done) => requestIdleCallback(() => done(0)))",
    );
  }

  /** From the finger at `selector`, so far along it, until `what` looks otherwise in a frame that was shown. */
  async touchMs(selector: string, what: string, share = 0.5): Promise<number> {
    await this.settled();
    const at = (await this.page.evaluate(`mienBench.place(${JSON.stringify(selector)}, ${share})`)) as {
      x: number;
      y: number;
    };
    await this.page.evaluate(`void (window.touchedMs = mienBench.afterTouch(${JSON.stringify(what)}))`);
    // Both at once: how long a person's finger stays is not the page's to answer for.
    await Promise.all([
      this.#devtools.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [at] }),
      this.#devtools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] }),
    ]);
    return this.told(`a touch on ${selector} to change "${what}" of the page`, "window.touchedMs");
  }

  /** What the page answers, which may be a promise: for so long, and named where it never comes. */
  told(what: string, expression: string): Promise<number> {
    return within(what, LIMIT_MS, this.page.evaluate(expression) as Promise<number>);
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
