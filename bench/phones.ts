import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import type { LoopDelay } from "../src/daemon/loop-meter.ts";
import { openBrowser } from "../test/browser.ts";
import { RunningDaemon } from "../test/running-daemon.ts";
import { Unusable } from "./model-sides/unusable.ts";
import { Crowd } from "./pages-sides/crowd.ts";
import type { PhonesOrder, PhonesWord } from "./pages-sides/phones-main.ts";
import { type Spread, spreadOf } from "./recovery-sides/spread.ts";

export const title = "200 guests' phones: how soon the kiosk shows its first state and what a touch does";
export const help = `${title}
  --phones N    phones that follow, 200 unless told
  --rounds N    times that the page is opened and touched on each side, 10 unless told`;

/** More than may come from one address. */
const GREEDY = 20;

/** Of the kiosk's own page, in a browser. */
interface Waits {
  /** From the address to the title of the song on the screen. */
  firstState: Spread;
  /** From a touch on the volume's key to the new volume on the screen. */
  touch: Spread;
}

export interface PhonesFigures {
  phones: number;
  open: number;
  refused: number;
  /** As many more from one address, and how many of them were let in. */
  greedy: { phones: number; letIn: number };
  alone: Waits;
  crowded: Waits;
  /** Medians with phones for one without. */
  ratios: { firstState: number; touch: number };
  eventLoop: LoopDelay;
  daemonMb: { alone: number; crowded: number };
  /** Phones that know the song that plays, once it has changed. */
  newest: number;
  messages: number;
}

interface HealthAnswer {
  memory: { daemonRssBytes: number };
  eventLoop: LoopDelay;
}

export async function run(args: readonly string[]): Promise<PhonesFigures> {
  const { values } = parseArgs({
    args: [...args],
    options: { phones: { type: "string" }, rounds: { type: "string" } },
  });
  const [phones, rounds] = [Number(values.phones ?? 200), Number(values.rounds ?? 10)];
  if (![phones, rounds].every((number) => Number.isInteger(number) && number > 0))
    throw new Unusable("--phones and --rounds take whole numbers above 0.");
  const daemon = await RunningDaemon.start(["--demo", "--output", "null"]);
  const crowd = new Crowd<PhonesOrder, PhonesWord>(
    "phones",
    new URL("./pages-sides/phones-main.js", import.meta.url),
  );
  const { context, close } = await openBrowser();
  try {
    await daemon.until("music", ({ player }) => player.actual.state === "playing", 120_000);
    await daemon.set({ guestPage: true });
    const page = await context.newPage();
    // The appliance's own screen, for which places are kept.
    await page.goto(`${daemon.url}/#kiosk=${daemon.kioskCode}`);
    await page.getByTestId("title").first().waitFor();
    const mb = async (): Promise<number> =>
      Math.round((await daemon.get<HealthAnswer>("/api/health")).memory.daemonRssBytes / 1e6);
    await waitsOf(page, daemon, 2); // What is fetched and compiled for the first time belongs to neither side.
    const alone = await waitsOf(page, daemon, rounds);
    const aloneMb = await mb();
    const { open, refused } = await crowd.ask({ do: "open", url: daemon.url, phones });
    const greedy = await crowd.ask({ do: "open", url: daemon.url, phones: GREEDY, at: "127.2.0.1" });
    const letIn = greedy.open - open;
    const crowded = await waitsOf(page, daemon, rounds);
    const { eventLoop } = await daemon.get<HealthAnswer>("/api/health");
    const crowdedMb = await mb();
    const told = await afterSkip(daemon, crowd);
    return {
      ...{ phones, open, refused, greedy: { phones: GREEDY, letIn }, alone, crowded, eventLoop, ...told },
      ratios: {
        firstState: ratio(crowded.firstState, alone.firstState),
        touch: ratio(crowded.touch, alone.touch),
      },
      daemonMb: { alone: aloneMb, crowded: crowdedMb },
    };
  } finally {
    crowd.stop();
    await close();
    await daemon.stop();
  }
}

/** The page opened anew and touched, as often; meanwhile the phones are told of each change. */
async function waitsOf(page: Page, daemon: RunningDaemon, rounds: number): Promise<Waits> {
  const [firstState, touch]: [number[], number[]] = [[], []];
  for (let n = 0; n < rounds; n++) {
    const began = performance.now();
    await page.goto(daemon.url);
    await page.getByTestId("title").first().waitFor();
    firstState.push(performance.now() - began);
    await page.getByTestId("touch").click();
    await page.locator("volume-slider input").waitFor();
    touch.push((await page.evaluate(touchOnce)) as number);
  }
  return { firstState: spreadOf(firstState), touch: spreadOf(touch) };
}

/**
 * In the page, so that nothing of the browser's remote control is measured: a key that pauses or goes on, until the
 * button that the daemon's word turns over is another one.
 */
const touchOnce = `new Promise((resolve) => {
  const find = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.localName === "player-controls") return element;
      const inside = element.shadowRoot && find(element.shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  const controls = find(document);
  const before = controls.playing;
  const began = performance.now();
  const look = () => (controls.playing !== before ? resolve(performance.now() - began) : requestAnimationFrame(look));
  controls.shadowRoot.querySelector("button").click();
  look();
})`;

async function afterSkip(daemon: RunningDaemon, crowd: Crowd<PhonesOrder, PhonesWord>) {
  const playing = (): string => {
    const { actual } = daemon.state.player;
    return "pick" in actual ? actual.pick.id : "";
  };
  await daemon.command({ do: "play" });
  const before = playing();
  await daemon.command({ do: "skip" });
  await daemon.until("another song", () => playing() !== before, 60_000);
  const until = performance.now() + 120_000;
  for (;;) {
    const { picks, messages, open } = await crowd.ask({ do: "tell" });
    const newest = picks[playing()] ?? 0;
    // Some may have been left behind: then the figure says so.
    if (newest === open || performance.now() > until) return { newest, messages };
  }
}

const ratio = (one: Spread, other: Spread): number => Math.round((100 * one.p50Ms) / other.p50Ms) / 100;

export function table(figures: PhonesFigures): string {
  const { phones, open, refused, alone, crowded, ratios, eventLoop, daemonMb } = figures;
  const spread = ({ p50Ms, p99Ms, maxMs }: Spread): string =>
    `median ${p50Ms} ms, 99 % ${p99Ms} ms, longest ${maxMs} ms`;
  return [
    `${open} of ${phones} phones at once, each at an address of its own, ${refused} refused`,
    `  more from one address   ${figures.greedy.letIn} of ${figures.greedy.phones} let in`,
    `  the kiosk's first state ${spread(crowded.firstState)}`,
    `  without phones          ${spread(alone.firstState)}; with them ${ratios.firstState} times that`,
    `  a touch, until seen     ${spread(crowded.touch)}`,
    `  without phones          ${spread(alone.touch)}; with them ${ratios.touch} times that`,
    `  event loop late by      99 % under ${eventLoop.p99Ms} ms, longest ${eventLoop.maxMs} ms`,
    `  memory of the daemon    ${daemonMb.alone} MB alone, ${daemonMb.crowded} MB with all of them`,
    `  newest song known to    ${figures.newest} of ${open + figures.greedy.letIn} phones, by ${figures.messages} messages to each`,
  ].join("\n");
}
