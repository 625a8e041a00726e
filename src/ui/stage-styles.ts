import { css, unsafeCSS } from "lit";
import { INK, INK_SOFT } from "./facts/mood-colours.ts";
import { hex } from "./facts/oklab.ts";

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
    padding: var(--edge);
    padding-top: clamp(10px, 2.4vmin, 28px);
    padding-bottom: max(var(--edge), env(safe-area-inset-bottom));
  }
  /* Above the shadow of the cover. */
  footer,
  health-notes,
  .sheet {
    position: relative;
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
  footer {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
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
  .sheet {
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: clamp(24px, 5vw, 80px);
    align-items: center;
    min-height: 0;
  }
  .hand {
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: clamp(8px, 2.4vh, 28px);
    min-height: 0;
    max-height: 100%;
  }
  .hand > * {
    flex: none;
  }
  .hand > health-notes {
    flex: 0 1 auto;
    min-height: 40px;
    overflow-y: auto;
  }
  .row {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: clamp(16px, 3vw, 48px);
    align-items: center;
  }
  .next {
    font-size: var(--text-s);
    color: var(--ink-soft);
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  mood-dial {
    --dial-size: clamp(180px, min(27vw, 44vh), 360px);
  }
  /* The 7-inch touchscreen: 800 by 480. */
  @media (max-height: 540px) {
    .touched header {
      display: none;
    }
    /* Between the title and the controls. */
    .touched ~ connection-line {
      top: 88px;
      right: 268px;
    }
    .stage.touched {
      grid-template-rows: auto minmax(0, 1fr) auto;
    }
    mood-dial {
      --dial-size: 212px;
    }
    mood-dial[manual] {
      --dial-size: 178px;
    }
  }
  @media (max-aspect-ratio: 4/5) {
    footer {
      grid-template-columns: 1fr 1fr;
      padding-top: var(--space-2);
    }
    room-words {
      grid-column: 1 / -1;
    }
    footer button,
    camera-switch {
      width: 100%;
    }
    .sheet {
      grid-template-columns: minmax(0, 1fr);
      grid-auto-rows: max-content;
      align-content: start;
      gap: 14px;
      overflow-y: auto;
    }
    .touched header {
      display: none;
    }
    .stage.touched {
      grid-template-rows: auto minmax(0, 1fr) auto;
    }
    .hand {
      display: contents;
    }
    .hand health-notes {
      overflow: visible;
    }
    /* A note takes its place, as there is room for one line. */
    .hand:has(health-notes:not([hidden])) .next {
      display: none;
    }
    .row {
      grid-template-columns: minmax(0, 1fr);
      justify-items: center;
      gap: 0;
    }
    .hand volume-slider {
      width: 100%;
    }
    mood-dial {
      --dial-size: min(56vw, 25vh);
    }
    mood-dial[manual] {
      --dial-size: min(40vw, 17.5vh);
    }
  }
`;
