import { parseArgs } from "node:util";
import { openBrowser } from "../test/browser.ts";
import { RunningDaemon } from "../test/running-daemon.ts";
import { Unusable } from "./model-sides/unusable.ts";
import { Crowd } from "./pages-sides/crowd.ts";
import type { PhonesOrder, PhonesWord } from "./pages-sides/phones-main.ts";
import type { Spread } from "./recovery-sides/spread.ts";
import { type Loads, measureLoads } from "./screens-sides/loads.ts";
import { measureBytes, type PageBytes } from "./screens-sides/page-bytes.ts";
import { measureTouches, type Touches, touchNames } from "./screens-sides/touches.ts";
import { measureWeather, type WeatherCost } from "./screens-sides/weather-cost.ts";
import { measureWays, type WeatherWays, wayNames } from "./screens-sides/weather-ways.ts";

export const title =
  "the kiosk's screen on a machine four times slower: its size, first sight, touches, weather";
export const help = `${title}
  --rounds N    times that the page is opened, and touched, 10 unless told
  --phones N    guests' phones that are connected and ask while it is opened and touched again, 200 unless told
  --seconds N   that the weather is watched at a time, 20 unless told
  --ways        other ways to draw a weather, too
  --slowdown N  times that the page's main thread is slower than this machine's, 4 unless told`;

export interface ScreensFigures {
  slowdown: number;
  bytes: PageBytes;
  loads: Loads;
  touches: Touches;
  crowded: { phones: number; asked: number; unanswered: number; loads: Loads; touches: Touches };
  weather: WeatherCost;
  ways?: WeatherWays;
}

/** As the first issue of the screens has them. */
export const aims = { bytes: 60_000, firstMs: 1_000, touchMs: 100, weatherPercent: 5 } as const;

const askASecond = 20;

export async function run(args: readonly string[]): Promise<ScreensFigures> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: "string" },
      phones: { type: "string" },
      seconds: { type: "string" },
      slowdown: { type: "string" },
      ways: { type: "boolean" },
    },
  });
  const [rounds, phones] = [Number(values.rounds ?? 10), Number(values.phones ?? 200)];
  const [seconds, slowdown] = [Number(values.seconds ?? 20), Number(values.slowdown ?? 4)];
  if (![rounds, phones, seconds, slowdown].every((number) => Number.isInteger(number) && number > 0))
    throw new Unusable("--rounds, --phones, --seconds and --slowdown take whole numbers above 0.");
  const daemon = await RunningDaemon.start(["--demo", "--output", "null"]);
  const crowd = new Crowd<PhonesOrder, PhonesWord>(
    "phones",
    new URL("./pages-sides/phones-main.js", import.meta.url),
  );
  const { context, close } = await openBrowser();
  try {
    const { url } = daemon;
    await daemon.until("music", ({ player }) => player.actual.state === "playing", 120_000);
    await daemon.until("songs to choose", ({ sixPicks }) => sixPicks.length > 0, 120_000);
    await daemon.set({ guestPage: true });
    // The appliance's own screen, for which places are kept.
    const screen = await context.newPage();
    await screen.goto(`${url}/#kiosk=${daemon.kioskCode}`);
    await screen.getByTestId("title").first().waitFor();
    await screen.close();
    const bytes = await measureBytes(context, url);
    // The liveliest mood of all: no weather costs more.
    await daemon.command({ do: "setMood", affect: { valence: 0.7, arousal: 1 }, forMs: 14_400_000 });
    const weather = await measureWeather(context, url, { seconds, rounds: 3 });
    const ways = values.ways ? { ways: await measureWays(context, seconds) } : {};
    const loads = await measureLoads(context, url, { rounds, slowdown });
    const touches = await measureTouches(context, url, { rounds, slowdown });
    const { open } = await crowd.ask({ do: "open", url, phones });
    await crowd.ask({ do: "ask", url, aSecond: askASecond });
    const crowdedLoads = await measureLoads(context, url, { rounds, slowdown });
    const crowdedTouches = await measureTouches(context, url, { rounds, slowdown });
    const { asked, unanswered } = await crowd.ask({ do: "tell" });
    const crowded = { phones: open, asked, unanswered, loads: crowdedLoads, touches: crowdedTouches };
    return { slowdown, bytes, loads, touches, crowded, weather, ...ways };
  } finally {
    crowd.stop();
    await close();
    await daemon.stop();
  }
}

const touchWords: Readonly<Record<keyof Touches, string>> = {
  wake: "the page wakes",
  pick: "a song asks when",
  playPause: "play or pause",
  volume: "the volume",
  dial: "the dial",
  signIn: "sign-in opens",
  word: "a word alone",
};

const wayWords: Readonly<Record<keyof WeatherWays, string>> = {
  still: "standing still",
  animatedByCss: "layers that CSS animates",
  layersMovedTwiceASecond: "layers moved twice a second",
  gradientsDrawnTwiceASecond: "gradients drawn twice a second",
  canvasTwiceASecond: "a canvas drawn twice a second",
};

export function table({ slowdown, bytes, loads, touches, crowded, weather, ways }: ScreensFigures): string {
  const kb = (of: number): string => `${(of / 1_000).toFixed(1)} KB`;
  const against = (figure: number, aim: number, unit: string): string =>
    `aim ${aim} ${unit}: ${figure < aim ? "met" : "NOT MET"}`;
  const spread = ({ p50Ms, maxMs }: Spread): string => `median ${p50Ms} ms, longest ${maxMs} ms`;
  const row = (name: string, text: string): string => `  ${name.padEnd(24)}${text}`;
  const first = (name: string, of: (loads: Loads) => Spread) =>
    row(
      name,
      `${spread(of(loads))}; with phones ${spread(of(crowded.loads))} (${against(Math.max(of(loads).maxMs, of(crowded.loads).maxMs), aims.firstMs, "ms")})`,
    );
  return [
    `the kiosk's page, its main thread ${slowdown} times slower; ${crowded.phones} phones, ${crowded.asked} times asked, ${crowded.unanswered} times without an answer`,
    row(
      "script and style",
      `${kb(bytes.named)} as ${bytes.encodings.join(", ")} (${against(bytes.named / 1_000, aims.bytes / 1_000, "KB")}); ` +
        `${kb(bytes.later)} more after the first paint; fonts ${kb(bytes.fonts)}`,
    ),
    first("first paint", ({ firstPaint }) => firstPaint),
    first("first state", ({ firstState }) => firstState),
    row("a page with one word", `${spread(loads.word)}; with phones ${spread(crowded.loads.word)}`),
    ...touchNames.map((name) =>
      row(
        touchWords[name],
        `${spread(touches[name])}; with phones ${spread(crowded.touches[name])} (${against(Math.max(touches[name].maxMs, crowded.touches[name].maxMs), aims.touchMs, "ms")})`,
      ),
    ),
    row(
      "the liveliest weather",
      `${weather.weather} % of a core: ${weather.moving} % at rest, ${weather.still} % where nothing may move ` +
        `(${against(weather.weather, aims.weatherPercent, "%")} here, drawn without a graphics card and not slowed; ` +
        `${(weather.weather * slowdown).toFixed(1)} % of one ${slowdown} times slower)`,
    ),
    ...(ways === undefined
      ? []
      : [row("other ways", wayNames.map((name) => `${wayWords[name]} ${ways[name]} %`).join(", "))]),
  ].join("\n");
}
