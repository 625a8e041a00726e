import { setTimeout as delay } from "node:timers/promises";
import type { BrowserContext } from "playwright-core";
import { drawnShare } from "./weather-cost.ts";

/** Shares of one core, in percent, that a weather takes which is drawn in other ways; on a page with one line of words. */
export type WeatherWays = Readonly<Record<keyof typeof ways, number>>;

const field = (x: number, y: number, colour: string): string =>
  `radial-gradient(70% 86% at ${x}% ${y}%, ${colour}, color-mix(in srgb, ${colour} 68%, transparent) 36%, ` +
  `color-mix(in srgb, ${colour} 20%, transparent) 74%, transparent)`;
const fields = [field(26, 4, "#9a6212"), field(86, 34, "#a8401f"), field(36, 104, "#7c2043")];
const layer = (background: string): string =>
  `<div class="layer" style="position:fixed;inset:-15%;z-index:-1;will-change:transform;background:${background}"></div>`;
const wander = (style: string): string => `<script>let n = 0; setInterval(() => {
  n += 0.05;
  document.querySelectorAll(".layer").forEach((one, i) => {
    const [x, y] = [7 * Math.sin(n * (1 + i / 4)), 7 * Math.cos(n * (0.8 + i / 4))];
    ${style}
  });
}, 500)</script>`;
const moved = "one.style.transform = 'translate(' + x + '%, ' + y + '%)';";

const ways = {
  still: `<div style="position:fixed;inset:0;z-index:-1;background:${fields.join()},#241019"></div>`,
  animatedByCss: `<style>@keyframes go { to { transform: translate(7%, 7%) } }
    .layer { animation: go 30s ease-in-out infinite alternate }</style>${fields.map(layer).join("")}`,
  layersMovedTwiceASecond: fields.map(layer).join("") + wander(moved),
  gradientsDrawnTwiceASecond:
    layer("#241019") +
    wander(
      `const at = (px, py) => (px + x) + "% " + (py + y) + "%";
     one.style.background = ${JSON.stringify(`${fields.join()},#241019`)}
       .replace("26% 4%", at(26, 4)).replace("86% 34%", at(86, 34)).replace("36% 104%", at(36, 104));`,
    ),
  canvasTwiceASecond: `<canvas width="96" height="60" style="position:fixed;inset:0;width:100%;height:100%;z-index:-1"></canvas>
    <script>let n = 0; const to = document.querySelector("canvas").getContext("2d", { alpha: false }); setInterval(() => {
      n += 0.05; to.resetTransform(); to.fillStyle = "#241019"; to.fillRect(0, 0, 96, 60);
      [[26, 4, "#9a6212"], [86, 34, "#a8401f"], [36, 104, "#7c2043"]].forEach(([x, y, colour], i) => {
        const field = to.createRadialGradient(0, 0, 0, 0, 0, 1);
        [["", 0], ["ad", 0.36], ["33", 0.74], ["00", 1]].forEach(([left, at]) => field.addColorStop(at, colour + left));
        to.fillStyle = field;
        to.setTransform(67, 0, 0, 52, 0.96 * (x + 7 * Math.sin(n * (1 + i / 4))), 0.6 * (y + 7 * Math.cos(n * (0.8 + i / 4))));
        to.fillRect(-1, -1, 2, 2);
      });
    }, 500)</script>`,
} as const;

export const wayNames = Object.keys(ways) as readonly (keyof typeof ways)[];

/** The page has to be the browser's only one. */
export async function measureWays(context: BrowserContext, seconds: number): Promise<WeatherWays> {
  const shares: [string, number][] = [];
  for (const name of wayNames) {
    const page = await context.newPage();
    try {
      await page.setContent(
        `<body style="margin:0;background:#1b1219"><h1 style="margin:120px;font:90px sans-serif;color:#fff">Lantern Street</h1>${ways[name]}`,
      );
      await delay(2_000);
      shares.push([name, await drawnShare(seconds)]);
    } finally {
      await page.close();
    }
  }
  return Object.fromEntries(shares) as WeatherWays;
}
