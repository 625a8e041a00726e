import { css } from "lit";
// Elements render anew when the page takes another language.
import "../../languages/chosen.ts";

/** What every element shares: the box model, scrollbars, buttons, sliders, focus, and what only a screen reader is told. */
export const baseStyles = css`
  /* Not *::before and *::after: browsers would work out two more styles for each element, most of which have neither. */
  * {
    box-sizing: border-box;
  }
  :host,
  * {
    scrollbar-width: thin;
  }
  :host {
    scrollbar-color: var(--line) transparent;
  }
  :host([hidden]) {
    display: none;
  }
  h1,
  h2,
  p,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  /* Titles run as their script does, and begin where the page's lines begin. */
  [dir="auto"] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  /* Letters that join, and signs that sit on others, bear no space between them. */
  :lang(ar),
  :lang(hi) {
    letter-spacing: 0;
  }
  button {
    display: inline-grid;
    grid-auto-flow: column;
    place-items: center;
    justify-content: center;
    gap: 10px;
    min-width: 64px;
    min-height: 64px;
    padding: 0 22px;
    border: 0;
    border-radius: 999px;
    background: var(--glass);
    box-shadow: inset 0 0 0 1px var(--line);
    color: inherit;
    font: inherit;
    white-space: nowrap;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  @media (hover: hover) {
    button:not(.main, :disabled, [aria-disabled="true"]):hover {
      box-shadow: inset 0 0 0 1px var(--ink-soft);
    }
  }
  button:active {
    background: var(--pressed);
  }
  button:is(:disabled, [aria-disabled="true"]) {
    cursor: default;
    opacity: 0.55;
  }
  button.main {
    background: var(--ink);
    color: var(--on-ink);
    box-shadow: none;
  }
  /* It is there before it speaks, or a screen reader might not notice; and takes no row of its own. */
  [role="alert"]:empty {
    position: absolute;
  }
  svg {
    display: block;
  }
  button svg {
    width: 28px;
    height: 28px;
    fill: currentColor;
  }
  :focus-visible {
    outline: 3px solid var(--ink);
    outline-offset: 3px;
    box-shadow: 0 0 0 9px rgb(20 12 18 / 0.75);
  }
  /* Time and volume grow to the right wherever people read to the left: so do all players. */
  input[type="range"] {
    direction: ltr;
    --fill: calc(var(--share, 0) * 100%);
    appearance: none;
    width: 100%;
    height: 56px;
    margin: 0;
    background: none;
    border-radius: 28px;
    cursor: pointer;
    touch-action: none;
  }
  input[type="range"]::-webkit-slider-runnable-track {
    height: 10px;
    border-radius: 5px;
    background: linear-gradient(90deg, var(--ink) var(--fill), var(--track) var(--fill));
  }
  input[type="range"]::-webkit-slider-thumb {
    appearance: none;
    width: 30px;
    height: 30px;
    margin-top: -10px;
    border-radius: 50%;
    background: var(--ink);
    box-shadow: 0 3px 12px rgb(10 5 10 / 0.45);
  }
  input[type="range"]::-moz-range-track {
    height: 10px;
    border-radius: 5px;
    background: linear-gradient(90deg, var(--ink) var(--fill), var(--track) var(--fill));
  }
  input[type="range"]::-moz-range-thumb {
    width: 30px;
    height: 30px;
    border: 0;
    border-radius: 50%;
    background: var(--ink);
  }
  input[type="range"]:disabled {
    cursor: default;
    opacity: 0.55;
  }
  /* The browser's own is blue on any ground, and small. */
  input[type="search"]::-webkit-search-cancel-button {
    appearance: none;
    width: 32px;
    height: 32px;
    margin-inline: 4px -8px;
    border-radius: 50%;
    background:
      linear-gradient(45deg, transparent 44%, currentColor 44% 56%, transparent 56%) center / 15px 15px no-repeat,
      linear-gradient(-45deg, transparent 44%, currentColor 44% 56%, transparent 56%) center / 15px 15px no-repeat;
    color: inherit;
    cursor: pointer;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
