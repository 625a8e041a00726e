import { css, unsafeCSS } from "lit";
import { INK, INK_SOFT } from "../../facts/mood-colours.ts";
import { hex } from "../../facts/oklab.ts";

/** The map's colours are made for the dark: on paper what is drawn with them keeps a dark plate, and light ink on it. */
export const onPlateStyles = css`
  :host {
    --ink: ${unsafeCSS(hex(INK))};
    --ink-soft: ${unsafeCSS(hex(INK_SOFT))};
    --line: rgb(255 249 242 / 0.22);
    --warn: oklch(86% 0.13 85);
    --glass: rgb(20 12 18 / 0.42);
    --pressed: rgb(20 12 18 / 0.7);
    border-radius: 24px;
    background: var(--plate, none);
    color: var(--ink);
  }
`;
