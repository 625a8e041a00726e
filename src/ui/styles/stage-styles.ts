import { css, unsafeCSS } from "lit";
import { lowScreen } from "../elements/styles/low-screen.ts";
import { shortScreen } from "../elements/styles/short-screen.ts";
import { INK, INK_SOFT } from "../facts/mood-colours.ts";
import { hex } from "../facts/oklab.ts";

/** How the parts of the kiosk share the screen: at rest, touched, wide, low and upright. */
export const stageStyles = css`
  :host {
    --ink: ${unsafeCSS(hex(INK))};
    --ink-soft: ${unsafeCSS(hex(INK_SOFT))};
    display: block;
    height: 100dvh;
    color: var(--ink);
  }
  .stage {
    position: relative;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto auto;
    gap: clamp(8px, 1.6vh, 20px);
    height: 100%;
    /* screen-care.ts moves it aside by a few pixels. */
    padding-top: calc(clamp(10px, 2.4vmin, 28px) + var(--aside-y, 0px));
    padding-right: calc(var(--edge) - var(--aside-x, 0px));
    padding-bottom: calc(max(var(--edge), env(safe-area-inset-bottom)) - var(--aside-y, 0px));
    padding-left: calc(var(--edge) + var(--aside-x, 0px));
  }
  /* Over everything, and in nobody's way. It dims as slowly as a lamp that nobody misses, and is bright at once. */
  :host::after {
    content: "";
    position: fixed;
    inset: 0;
    z-index: 10;
    background: #000;
    opacity: 0;
    pointer-events: none;
    transition: opacity 400ms;
  }
  :host([dimmed])::after {
    opacity: 0.65;
    transition: opacity 4s;
  }
  /* Above the shadow of the cover. */
  footer,
  health-notes,
  touch-sheet {
    position: relative;
  }
  /* Ready for a touch: laid out where it was when it was last in use, see elements/kiosk/ready-sheet.ts. */
  touch-sheet[waiting] {
    position: fixed;
    visibility: hidden;
  }
  .stage.stale now-playing {
    opacity: 0.72;
  }
  .stage.stale::before {
    content: "";
    position: fixed;
    inset: 0;
    z-index: -1;
    background: rgb(18 10 16 / 0.55);
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-4);
    min-height: 30px;
    font-size: var(--text-s);
    color: var(--ink-soft);
  }
  .who {
    max-width: 11em;
  }
  .who span {
    max-width: 100%;
    min-width: 0;
    overflow: hidden;
    overflow: clip visible;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  header:has(setup-note:not([hidden])) {
    flex-wrap: wrap;
  }
  setup-note {
    flex: 1 0 100%;
  }
  /* In the row below it the clock keeps its end. */
  header:has(setup-note:not([hidden])) demo-notes {
    flex: 1 1 0;
  }
  footer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    grid-auto-columns: auto;
    align-items: center;
    gap: var(--space-3);
  }
  footer button,
  camera-switch {
    font-size: var(--text-s);
  }
  .stage.touched {
    grid-template-rows: auto auto minmax(0, 1fr) auto;
  }
  /* At its foot the page says what the camera does, and has the way out: neither is ever covered. */
  people-dialog:not([open]) said-toast,
  rejection-toast {
    inset-block: calc(clamp(10px, 2.4vmin, 28px) + 38px) auto;
  }
  /*
   * What is said for a moment never lies on words: at rest it stands on the cover, and while the controls are there in the
   * place of the position in the song, which is out of sight for so long and can be touched all the same.
   */
  @supports (anchor-name: --a) {
    now-playing {
      anchor-name: --song;
    }
    progress-bar {
      anchor-name: --position;
    }
    people-dialog:not([open]) said-toast,
    rejection-toast {
      inset: anchor(--song top) anchor(--song right) anchor(--song bottom) anchor(--song left);
      place-items: center start;
      /* As wide as the cover: elements/kiosk/now-playing.ts. */
      --toast-width: min(36vw, 58vh);
    }
    .touched ~ people-dialog:not([open]) said-toast,
    .touched ~ rejection-toast {
      inset: anchor(--position center) anchor(--position right) auto anchor(--position left);
      place-items: center stretch;
      translate: 0 -50%;
      --toast-width: 100%;
    }
    .touched.saying progress-bar {
      opacity: 0;
    }
  }
  header phone-code {
    margin-inline-start: auto;
  }
  header:has(phone-code) people-here {
    text-align: start;
  }
  /* The 7-inch touchscreen: 800 by 480. */
  @media (max-height: 540px) {
    header {
      gap: var(--space-3);
    }
    .touched footer {
      gap: var(--space-2);
    }
    footer button,
    camera-switch {
      --button-edge: 14px;
      padding: 0 var(--button-edge);
    }
    camera-switch {
      padding: 0;
    }
    people-dialog:not([open]) said-toast,
    rejection-toast {
      --toast-edge: 10px 16px;
      --toast-text: 15px;
    }
  }
  /* The controls have its height; and what is said of the connection has the place of the position, which stands still. */
  @media ${lowScreen} {
    .touched header {
      display: none;
    }
    .touched ~ connection-line {
      inset: anchor(--position center) anchor(--position right) auto anchor(--position left);
      translate: 0 -50%;
    }
    .touched.stale progress-bar {
      opacity: 0;
    }
    .stage.touched {
      grid-template-rows: auto minmax(0, 1fr) auto;
    }
  }
  @media (max-aspect-ratio: 4/5) {
    footer {
      grid-template-columns: 1fr 1fr;
      grid-auto-flow: row;
      padding-top: var(--space-2);
    }
    room-words,
    footer phone-code {
      grid-column: 1 / -1;
    }
    footer button,
    camera-switch {
      --button-edge: 14px;
      width: 100%;
    }
    footer button {
      padding: 0 var(--button-edge);
    }
    .touched header {
      display: none;
    }
    people-dialog:not([open]) said-toast,
    rejection-toast {
      align-items: start;
      --toast-width: 100%;
    }
    .stage.touched {
      grid-template-rows: auto minmax(0, 1fr) auto;
    }
    .touched footer {
      grid-template-columns: auto minmax(4.3em, 1fr) auto;
    }
  }
  /* A screen on a wall has room for all of them beside each other. */
  @media (max-aspect-ratio: 4/5) and (min-width: 700px) {
    footer {
      grid-template-columns: 1fr auto 1fr;
    }
    .touched footer {
      grid-template-columns: 1fr 1fr auto 1fr;
    }
    /* A line of its own would be taken from the dial. */
    .touched footer:has(phone-code) {
      grid-template-columns: none;
      grid-auto-columns: auto;
    }
    .touched footer :is(phone-code, button, language-choice, camera-switch) {
      grid-row: 2;
    }
    .touched footer phone-code {
      grid-column: auto;
    }
  }
  /* A phone in the hand: room for the songs before room for the room. */
  @media (max-aspect-ratio: 4/5) and (max-width: 699px) {
    /* It has its browser's language; there is a globe among the controls. */
    .stage:not(.touched) language-choice {
      display: none;
    }
    .touched footer {
      gap: var(--space-2) var(--space-3);
      padding-top: 0;
    }
    .touched {
      padding-bottom: max(12px, env(safe-area-inset-bottom));
    }
  }
  @media ${shortScreen}, (max-aspect-ratio: 4/5) and (max-height: 699px) {
    :host {
      overflow-y: auto;
    }
    .stage,
    .stage.touched {
      grid-template-rows: auto;
      grid-auto-rows: auto;
      height: auto;
      min-height: 100%;
      align-content: space-between;
    }
    footer {
      grid-template-columns: 1fr 1fr;
      grid-auto-flow: row;
    }
    .touched footer {
      grid-template-columns: auto minmax(4.3em, 1fr) auto;
    }
    room-words {
      grid-column: 1 / -1;
    }
    footer button,
    camera-switch {
      --button-edge: 14px;
      width: 100%;
    }
    footer button {
      padding: 0 var(--button-edge);
    }
  }
  @media (max-width: 379px) {
    footer button,
    camera-switch {
      --button-edge: 10px;
    }
  }
  @media (max-width: 359px) {
    footer button,
    camera-switch {
      white-space: normal;
    }
    .touched footer {
      grid-template-columns: 1fr 1fr;
    }
    .touched .who {
      grid-column: 1 / -1;
      max-width: none;
    }
  }
`;
