import { css } from "lit";

export const densityMapStyles = css`
  :host {
    position: relative;
    display: block;
    container-type: inline-size;
    width: 100%;
    aspect-ratio: 1;
  }
  /* The disc's share of the drawing. */
  .ground {
    position: absolute;
    inset: calc(100% * 9 / 118);
    border-radius: 50%;
    opacity: 0.62;
    box-shadow:
      inset 0 0 0 1px var(--line),
      inset 0 0 60px rgb(10 5 10 / 0.55);
  }
  svg {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    overflow: visible;
  }
  .glow {
    fill: var(--ink);
  }
  .stars {
    fill: none;
    stroke: var(--ink);
    stroke-width: 0.62;
    stroke-linecap: round;
    opacity: 0.9;
  }
  .rim {
    flood-color: var(--warn);
    flood-opacity: 0.85;
  }
  .dry {
    flood-color: #140c12;
    flood-opacity: 0.5;
  }
  text {
    fill: var(--ink);
    font: 600 5.2px / 1 var(--body);
    text-anchor: middle;
  }
  .side {
    fill: var(--ink-soft);
    letter-spacing: 0.06em;
  }
  .name {
    font-family: var(--display);
    font-weight: 640;
    paint-order: stroke;
    stroke: rgb(20 12 18 / 0.72);
    stroke-width: 1.5px;
    stroke-linejoin: round;
  }
  .minutes {
    font-family: var(--body);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .thin .minutes {
    fill: var(--warn);
  }
  @container (min-width: 420px) {
    text {
      font-size: 4.2px;
    }
    .name {
      stroke-width: 1.2px;
    }
  }
  @container (min-width: 620px) {
    text {
      font-size: 3.5px;
    }
  }
`;
