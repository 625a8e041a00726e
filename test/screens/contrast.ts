import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { contrast, type Srgb } from "../../src/ui/facts/oklab.ts";
import { root } from "../running-daemon.ts";

/** A line of text on the page, in CSS pixels. */
interface Text {
  text: string;
  /** Each from 0 to 1. */
  color: readonly [red: number, green: number, blue: number, alpha: number];
  opacity: number;
  isLarge: boolean;
  box: { left: number; top: number; width: number; height: number };
}

/** Behind a line's edge a few pixels may belong to something else: to a rounded corner, or to what it touches. */
const STRAY = 0.02;

/**
 * Text that can't be read on what truly lies behind it, pixel by pixel: a weather, a cover's shadow and glass over both
 * are more than any reckoning by style sheets knows of. By WCAG 2 AA, 4.5 to 1, and 3 to 1 for large text.
 */
export async function paleTexts(page: Page): Promise<readonly string[]> {
  await page.evaluate(`(() => {${readFileSync(join(root, "test/screens/texts-on-page.js"), "utf8")}\n})()`);
  const texts = (await page.evaluate("textsOnPage()")) as readonly Text[];
  await page.evaluate("hideLetters(true)");
  const picture = await page.screenshot({ scale: "css", animations: "disabled" });
  await page.evaluate("hideLetters(false)");
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const behind = { pixels: data, width: info.width, height: info.height };
  const pale = texts.flatMap((text) => {
    const least = text.isLarge ? 3 : 4.5;
    const found = contrastOn(text, behind);
    return found < least - 0.05 ? [`“${text.text}” has ${found.toFixed(2)} to 1`] : [];
  });
  return texts.length === 0 ? ["There is no text on the page."] : [...new Set(pale)];
}

export interface Behind {
  /** Red, green and blue of each pixel, line by line. */
  pixels: Uint8Array;
  width: number;
  height: number;
}

/** The least of a line on what is behind it, but for stray pixels. */
export function contrastOn({ color, opacity, box }: Omit<Text, "text" | "isLarge">, behind: Behind): number {
  const [red, green, blue, alpha] = color;
  const found: number[] = [];
  const [right, bottom] = [box.left + box.width, box.top + box.height];
  for (let y = Math.max(0, Math.ceil(box.top)); y < Math.min(behind.height, Math.floor(bottom)); y += 2)
    for (let x = Math.max(0, Math.ceil(box.left)); x < Math.min(behind.width, Math.floor(right)); x += 2) {
      const at = 3 * (y * behind.width + x);
      const under = [0, 1, 2].map((i) => (behind.pixels[at + i] ?? 0) / 255) as unknown as Srgb;
      const share = alpha * opacity;
      const over = [red, green, blue].map(
        (c, i) => c * share + (under[i] ?? 0) * (1 - share),
      ) as unknown as Srgb;
      found.push(contrast(over, under));
    }
  return found.toSorted((one, other) => one - other)[Math.floor(STRAY * found.length)] ?? Number.NaN;
}
