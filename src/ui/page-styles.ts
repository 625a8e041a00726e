import { css, unsafeCSS } from "lit";
import { INK, INK_SOFT } from "./facts/mood-colours.ts";
import { hex } from "./facts/oklab.ts";

/** What the library, the settings, people and the first start share: ink over the veiled weather, and their heading. */
export const pageStyles = css`
  :host {
    --ink: ${unsafeCSS(hex(INK))};
    --ink-soft: ${unsafeCSS(hex(INK_SOFT))};
    --edge: clamp(14px, 2.4vmin, 32px);
    --text-s: clamp(16px, 1.15vw, 21px);
    display: block;
    height: 100dvh;
    overflow-y: auto;
    color: var(--ink);
    font-size: var(--text-s);
  }
  .veil {
    position: fixed;
    inset: 0;
    z-index: -1;
    background: rgb(18 10 16 / 0.42);
  }
  h1 {
    font: 680 clamp(22px, 1.4vw + 12px, 32px) / 1.1 var(--display);
    letter-spacing: -0.015em;
  }
`;
