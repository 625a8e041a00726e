import { css } from "lit";

export const affectDiscStyles = css`
  :host {
    display: block;
    width: var(--dial-size, 260px);
    /* Coloured all over, it needs no plate on paper. */
    background: none;
    container-type: inline-size;
  }
  .dial {
    position: relative;
    width: 100%;
    aspect-ratio: 1;
    border-radius: 50%;
    box-shadow:
      inset 0 0 0 1px var(--line),
      0 18px 50px rgb(10 5 10 / 0.4);
    touch-action: none;
    cursor: grab;
  }
  .dial[aria-disabled="true"] {
    cursor: default;
    opacity: 0.6;
  }
  span {
    position: absolute;
    z-index: 1;
    font-size: clamp(13px, 11cqw, var(--text-s));
    line-height: 1.2;
    pointer-events: none;
  }
  /* No place was free: over the puck it can be read all the same. */
  [data-over] {
    border-radius: 6px;
    background: rgb(20 12 18 / 0.78);
    box-shadow: 0 0 0 3px rgb(20 12 18 / 0.78);
  }
  slot {
    position: absolute;
    inset: 0;
    display: block;
    pointer-events: none;
  }
  .up {
    top: 6%;
    left: 50%;
    translate: -50%;
  }
  .down {
    bottom: 6%;
    left: 50%;
    translate: -50%;
  }
  .right {
    right: 6%;
    top: 50%;
    translate: 0 -50%;
  }
  .left {
    left: 6%;
    top: 50%;
    translate: 0 -50%;
  }
  .puck {
    position: absolute;
    width: clamp(30px, 18%, 48px);
    aspect-ratio: 1;
    border-radius: 50%;
    translate: -50% -50%;
    box-shadow:
      inset 0 0 0 4px var(--ink),
      0 6px 24px rgb(10 5 10 / 0.5);
    background: rgb(20 12 18 / 0.35);
    pointer-events: none;
  }
  .puck.set {
    background: var(--ink);
    box-shadow:
      0 6px 24px rgb(10 5 10 / 0.5),
      0 0 0 9px rgb(255 249 242 / 0.22);
  }
`;
