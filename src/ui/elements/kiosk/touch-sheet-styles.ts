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
    overflow: clip visible;
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
  /* Beside the way back there is no room for both on a phone. */
  @media (max-aspect-ratio: 4/5) and (max-width: 699px), ${shortScreen} {
    h2:has(+ undo-line[shown]) {
      display: none;
    }
  }
  .head h2:has(+ undo-line[shown]) {
    flex: 0 1 auto;
    margin-inline-end: var(--space-3);
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
  /* Wishes take the dial's place too, and show all there is to wish for. */
  @media (min-aspect-ratio: 4/5) {
    :host([wishing]) mood-dial {
      display: none;
    }
    :host([wishing]) .offer {
      grid-column: 1 / -1;
    }
  }
  /* The 7-inch touchscreen: 800 by 480. */
  @media (max-height: 540px) {
    mood-dial {
      --dial-most: 150px;
      width: 190px;
    }
    /* The slider has room for a finger to aim in, whatever the words beside it are: they take lines instead. */
    .hand {
      gap: 12px;
    }
    volume-slider {
      --slider-gap: 4px;
      flex: 1 0 250px;
    }
    .head {
      gap: var(--space-2);
    }
    .head > button {
      padding: 0 14px;
    }
    /* What was done or undone stands below the heading, in two lines at the most: the way back and the others stay beside both, and the row as high as they are. */
    .head:has(undo-line[shown]) {
      display: grid;
      grid-template: 16px minmax(20px, auto) / minmax(0, 1fr);
      grid-auto-columns: auto;
      align-content: center;
      gap: 0 6px;
      min-height: 46px;
    }
    .head h2:has(+ undo-line[shown]) {
      grid-area: 1 / 1;
      margin: 0;
      font-size: 15px;
      line-height: 16px;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .head undo-line[shown] {
      display: contents;
    }
    .head undo-line[shown] ~ button {
      grid-row: 1 / 3;
      padding: 0 8px;
      font-size: 15px;
    }
    /* Wishes take all that is below the song. */
    :host([wishing]) .hand {
      display: none;
    }
    :host([wishing]) .offer {
      grid-row: 2 / 4;
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
  /* A screen on a wall. */
  @media (max-aspect-ratio: 4/5) and (min-width: 700px) {
    .head h2 {
      font-size: clamp(20px, 2.4vw, 34px);
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
