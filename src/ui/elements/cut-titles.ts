import { css } from "lit";
import { type MeasuredElement, MeasuredHost } from "./measured-host.ts";

const LEFT_OUT = "left-out";

/**
 * A box that shows two lines of a title draws the third as well and cuts it off at its edge. Lines are set tightly, and
 * letters reach beyond them in most scripts: slices of what is left out would be seen below the ellipsis. So that is not
 * drawn at all, and letters of the lines that are may reach beyond the box, which would cut the tops of Han and kana.
 */
export const cutTitleStyles = css`
  @supports selector(::highlight(left-out)) {
    .clamped.clamped {
      min-width: 0;
      min-height: 0;
      overflow: clip;
      overflow-clip-margin: 0.14em;
    }
    .clamped::highlight(left-out) {
      color: transparent;
    }
  }
`;

/** Null in Firefox before 140, where the slices are seen. */
const leftOut = "highlights" in CSS ? new Highlight() : null;
if (leftOut !== null) CSS.highlights.set(LEFT_OUT, leftOut);

/**
 * Marks with `data-cut` which of the host's `.clamped` lines are cut off, and what of them is not to be drawn: only the
 * page knows, in whatever font. See styles/foreign-ellipsis.ts.
 */
export function markCutTitles(host: MeasuredElement): void {
  const rests = new Map<Element, Range>();
  const forget = (): void => {
    for (const rest of rests.values()) leftOut?.delete(rest);
    rests.clear();
  };
  new MeasuredHost(host, () => {
    const lines = [...(host.shadowRoot?.querySelectorAll(".clamped") ?? [])].map((line) => {
      const isCut = line.scrollHeight > line.clientHeight + 1;
      return { line, isCut, rest: isCut ? restOf(line) : null };
    });
    const isAsBefore = lines.every(
      ({ line, isCut, rest }) =>
        line.hasAttribute("data-cut") === isCut && isSame(rests.get(line) ?? null, rest),
    );
    if (isAsBefore) return null;
    return () => {
      forget();
      for (const { line, isCut, rest } of lines) {
        line.toggleAttribute("data-cut", isCut);
        if (rest === null) continue;
        rests.set(line, rest);
        leftOut?.add(rest);
      }
    };
  });
  host.addController({ hostDisconnected: forget });
}

/** Its text from the first letter on that stands below the last line that there is room for. */
function restOf(line: Element): Range | null {
  const text = [...line.childNodes].find((node) => node instanceof Text && node.data.trim() !== "");
  if (!(text instanceof Text)) return null;
  const end = line.getBoundingClientRect().top + line.clientTop + line.clientHeight;
  const range = new Range();
  const isBelow = (from: number): boolean => {
    // What a line begins or ends with may have no box: then the next that has one tells.
    for (let at = from; at < text.length; at++) {
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const [box] = range.getClientRects();
      if (box && box.height > 0) return (box.top + box.bottom) / 2 > end;
    }
    return true;
  };
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(middle)) high = middle;
    else low = middle + 1;
  }
  if (low === text.length) return null;
  range.setStart(text, low);
  range.setEnd(text, text.length);
  return range;
}

/** The text itself may have changed, which takes along the range that was of it. */
function isSame(before: Range | null, now: Range | null): boolean {
  if (before === null || now === null) return before === now;
  return (
    before.startContainer === now.startContainer &&
    before.startOffset === now.startOffset &&
    before.endOffset === now.endOffset
  );
}
