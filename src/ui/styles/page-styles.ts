import { css, unsafeCSS } from "lit";
import { INK, INK_SOFT } from "../facts/mood-colours.ts";
import { hex } from "../facts/oklab.ts";

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
    background: var(--veil, rgb(18 10 16 / 0.42));
  }
  /* On paper, for whose system asks for it: an office by day. */
  @media (prefers-color-scheme: light) {
    :host {
      --ink: #2b1722;
      --ink-soft: #5b4350;
      --on-ink: #fff9f2;
      --night: #f9f1ea;
      --sheet: #f9f1ea;
      --veil: rgb(249 241 234 / 0.9);
      --glass: rgb(255 255 255 / 0.66);
      --line: rgb(43 23 34 / 0.26);
      --field: rgb(255 255 255 / 0.8);
      --pressed: rgb(43 23 34 / 0.16);
      --track: rgb(43 23 34 / 0.2);
      --warn: #8a4b00;
      --lamp: #1d7f3f;
      --plate: #2a1b26;
      color-scheme: light;
    }
  }
  .fault {
    color: var(--warn);
  }
  h1 {
    font: 680 clamp(22px, 1.4vw + 12px, 32px) / 1.1 var(--display);
    letter-spacing: -0.015em;
  }
`;
