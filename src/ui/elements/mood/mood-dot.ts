import { css, html } from "lit";
import type { MoodMark } from "../../facts/mood-mark.ts";

/** A mood's colour with a light spot where it stands on the dial: right is pleasant, up is lively. Words stand beside it. */
export const moodDot = ({ colour, x, y }: Pick<MoodMark, "colour" | "x" | "y">) =>
  html`<i class="mood-dot" style="--colour:${colour};--at:${x}% ${y}%"></i>`;

/** The spot's colour is the lightest ink, which every mood's colour is dark enough for; the rim is for the page's. */
export const moodDotStyles = css`
  .mood-dot {
    display: inline-block;
    flex: none;
    width: 20px;
    height: 20px;
    border-radius: 50%;
    background: radial-gradient(circle at var(--at), #fff9f2 3px, transparent 3.6px) var(--colour);
    box-shadow: 0 0 0 1.5px var(--ink-soft);
    vertical-align: -4px;
  }
`;
