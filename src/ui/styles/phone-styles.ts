import { css, unsafeCSS } from "lit";
import { INK, INK_SOFT } from "../facts/mood-colours.ts";
import { hex } from "../facts/oklab.ts";

/** The guests' page: one column for a thumb, two where a phone lies on its side; ink over the weather, or dark on paper. */
export const phoneStyles = css`
  :host {
    --ink: ${unsafeCSS(hex(INK))};
    --ink-soft: ${unsafeCSS(hex(INK_SOFT))};
    --paper: #2a1b26;
    --on-ink: #24101c;
    --veil: rgb(18 10 16 / 0.34);
    --edge: clamp(14px, 4.4vw, 24px);
    --text-s: 16px;
    --text-m: 18px;
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    height: 100dvh;
    color: var(--ink);
    font-size: var(--text-s);
    color-scheme: dark;
  }
  @media (prefers-color-scheme: light) {
    :host {
      --ink: #2b1722;
      --ink-soft: #5b4350;
      --paper: #fbf4ee;
      --on-ink: #fff9f2;
      --veil: rgb(249 241 234 / 0.88);
      --glass: rgb(255 255 255 / 0.62);
      --line: rgb(43 23 34 / 0.26);
      color-scheme: light;
    }
  }
  .veil {
    position: fixed;
    inset: 0;
    z-index: -1;
    background: var(--veil);
  }
  /* What is hidden from eyes alone lies in here too: without a place of its own it would make the document longer. */
  .scroll {
    position: relative;
    overflow-y: auto;
    overscroll-behavior-y: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
  .scroll:focus-visible {
    outline-offset: -3px;
    box-shadow: none;
  }
  .page {
    display: grid;
    gap: 26px;
    max-width: 620px;
    margin: 0 auto;
    padding: max(14px, env(safe-area-inset-top)) max(var(--edge), env(safe-area-inset-right))
      24px max(var(--edge), env(safe-area-inset-left));
  }
  .place {
    font-size: 15px;
    color: var(--ink-soft);
  }
  h2 {
    font: 640 20px / 1.2 var(--display);
    letter-spacing: -0.01em;
  }
  section {
    display: grid;
    gap: 12px;
    min-width: 0;
  }
  section > p {
    color: var(--ink-soft);
    line-height: 1.4;
    text-wrap: pretty;
  }
  /* It is there before it says something, so that it is read out, and takes no room until then. */
  .later:not(:has(b)) {
    position: absolute;
  }
  ul {
    display: grid;
    gap: 10px;
  }
  .others {
    justify-self: start;
    min-height: 48px;
    padding: 0 22px;
  }
  .privacy {
    font-size: 14px;
    color: var(--ink-soft);
    text-wrap: pretty;
  }
  .alone {
    min-height: 100%;
    align-content: center;
    gap: 14px;
    text-align: center;
    justify-items: center;
  }
  .alone h1 {
    font: 660 clamp(26px, 8vw, 34px) / 1.12 var(--display);
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  .alone p {
    max-width: 26em;
    color: var(--ink-soft);
    line-height: 1.45;
    text-wrap: balance;
  }
  .bar {
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: 10px max(var(--edge), env(safe-area-inset-right)) calc(12px + env(safe-area-inset-bottom))
      max(var(--edge), env(safe-area-inset-left));
    box-shadow: 0 -1px 0 var(--line);
  }
  .bar:not(:has(button)):has(.said:empty) {
    display: none;
  }
  .bar button {
    width: min(100%, 572px);
    min-height: 58px;
    font-weight: 620;
    font-size: var(--text-m);
    color: var(--on-ink);
  }
  .said {
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    text-wrap: balance;
  }
  .said:empty {
    display: none;
  }
  .stale phone-now,
  .stale section {
    opacity: 0.72;
  }
  @media (min-aspect-ratio: 1/1) and (min-width: 600px) {
    .page:not(.alone) {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
      align-items: start;
      max-width: 1040px;
      gap: 18px 30px;
    }
    .side {
      position: sticky;
      top: 14px;
    }
    .bar {
      grid-auto-flow: column;
      grid-auto-columns: auto;
      align-items: center;
      padding-top: 6px;
      padding-bottom: max(6px, env(safe-area-inset-bottom));
    }
    .bar button {
      width: auto;
      min-width: 280px;
      min-height: 48px;
    }
  }
  .side,
  .lists {
    display: grid;
    gap: 26px;
    min-width: 0;
  }
  .side {
    gap: 14px;
  }
`;
