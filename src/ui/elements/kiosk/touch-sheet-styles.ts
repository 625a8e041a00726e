import { css } from "lit";
import { shortScreen } from "../styles/short-screen.ts";

/** Wide: the player on top, six songs beside the dial. Upright: one below the other, and it scrolls. */
export const touchSheetStyles = css`
  :host {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    grid-template-rows: auto auto minmax(0, 1fr);
    gap: clamp(8px, 2.2vh, 26px) clamp(20px, 4vw, 64px);
    min-height: 0;
  }
  @media (min-aspect-ratio: 4/5) {
    :host {
      mask-image: none;
    }
  }
  trouble-line {
    grid-row: 1;
    grid-column: 1 / -1;
  }
  .hand {
    grid-row: 2;
    grid-column: 1 / -1;
    display: flex;
    align-items: center;
    gap: clamp(12px, 2.4vw, 40px);
  }
  volume-slider {
    flex: 1 1 0;
    min-width: 110px;
    max-width: 420px;
    margin-inline-start: auto;
  }
  .offer {
    grid-row: 3;
    grid-column: 1;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    align-content: start;
    gap: clamp(6px, 1.6vh, 18px);
    min-height: 0;
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    min-height: 44px;
    min-width: 0;
  }
  .head h2 {
    flex: 1 1 0;
    min-width: 0;
    overflow: hidden;
    font: 620 clamp(19px, 1.1vw + 9px, 34px) / 1.15 var(--display);
    text-wrap: balance;
  }
  undo-line {
    flex: 1 1 0;
  }
  /* Heard by screen readers all the same, as soon as it has something to say. */
  .head undo-line:not([shown]) {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  h2:has(+ undo-line[shown]) {
    display: none;
  }
  .head > button {
    flex: none;
    min-height: 44px;
    padding: 0 18px;
    font-size: var(--text-s);
  }
  .head .held {
    box-shadow: inset 0 0 0 2px var(--ink);
  }
  mood-dial {
    --dial-most: clamp(180px, min(25vw, 36vh), 440px);
    --dial-size: var(--dial-most);
    grid-row: 3;
    grid-column: 2;
    width: max(212px, var(--dial-most));
  }
  /* The 7-inch touchscreen: 800 by 480. */
  @media (max-height: 540px) {
    mood-dial {
      --dial-most: 150px;
      width: 190px;
    }
    .head {
      min-height: 44px;
    }
    /* Room for the undo; the way back from the wishes stays. */
    .head h2:has(+ undo-line[shown]) ~ button[aria-expanded="false"],
    .head h2:has(+ undo-line[shown]) ~ [data-testid="other-picks"] {
      display: none;
    }
    /* Wishes take all that is below the song. */
    :host([wishing]) .hand,
    :host([wishing]) mood-dial {
      display: none;
    }
    :host([wishing]) .offer {
      grid-row: 2 / 4;
      grid-column: 1 / -1;
    }
  }
  @media (max-aspect-ratio: 4/5) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: none;
      grid-auto-rows: max-content;
      align-content: start;
      gap: 18px;
      overflow-y: auto;
    }
    trouble-line,
    .hand,
    .offer,
    mood-dial {
      grid-row: auto;
      grid-column: 1;
      max-height: none;
      overflow: visible;
    }
    .hand {
      flex-wrap: wrap;
      gap: 14px 20px;
    }
    volume-slider {
      order: 1;
      max-width: none;
    }
    song-corrections {
      order: 2;
      flex: 1 0 100%;
    }
    .offer {
      grid-template-rows: none;
    }
    .head {
      flex-wrap: wrap;
      row-gap: var(--space-2);
    }
    .head h2,
    .head undo-line {
      flex: 1 1 120px;
    }
    .head > button {
      padding: 0 14px;
    }
    mood-dial {
      --dial-most: min(62vw, 27vh);
      width: 100%;
    }
  }
  @media ${shortScreen} {
    :host {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: none;
      grid-auto-rows: max-content;
    }
    trouble-line,
    .hand,
    .offer,
    mood-dial {
      grid-row: auto;
      grid-column: 1;
    }
    .hand {
      flex-wrap: wrap;
    }
    .offer {
      grid-template-rows: none;
    }
    mood-dial {
      --dial-most: 200px;
      width: 100%;
    }
  }
`;
