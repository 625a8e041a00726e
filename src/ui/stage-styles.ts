import { css } from "lit";

/** How the parts of the kiosk share the screen: at rest, touched, wide, low and upright. */
export const stageStyles = css`
  :host {
    display: block;
    height: 100dvh;
  }
  .stage {
    position: relative;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto auto;
    gap: clamp(8px, 1.6vh, 20px);
    height: 100%;
    padding: var(--edge);
    padding-top: clamp(10px, 2.4vmin, 28px);
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
    grid-template-rows: auto auto minmax(0, 1fr) auto auto;
  }
  .sheet {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: clamp(24px, 5vw, 80px);
    align-items: center;
    min-height: 0;
  }
  .hand {
    display: grid;
    gap: clamp(8px, 2.4vh, 28px);
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
  @media (max-aspect-ratio: 4/5) {
    footer {
      grid-template-columns: 1fr 1fr;
    }
    room-words {
      grid-column: 1 / -1;
    }
    footer button,
    camera-switch {
      width: 100%;
    }
    .stage.touched {
      overflow-y: auto;
      grid-template-rows: auto auto 1fr auto auto;
    }
    .sheet {
      grid-template-columns: minmax(0, 1fr);
      align-content: space-evenly;
    }
    mood-dial {
      --dial-size: min(62vw, 32vh);
    }
  }
`;
