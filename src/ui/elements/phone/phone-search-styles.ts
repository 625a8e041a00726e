import { css } from "lit";

/** Over the whole page: what is typed stays on top, and what was found scrolls below it. */
export const phoneSearchStyles = css`
  dialog {
    width: 100vw;
    max-width: 640px;
    height: 100dvh;
    max-height: none;
    margin: 0 auto;
    padding: 0;
    border: 0;
    background: var(--paper);
    color: inherit;
    font-size: var(--text-s);
  }
  dialog[open] {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
  }
  dialog::backdrop {
    background: rgb(18 10 16 / 0.6);
  }
  /* Above what scrolls below it, or that would cover its line. */
  header {
    position: relative;
    z-index: 2;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 10px;
    padding: max(12px, env(safe-area-inset-top)) max(14px, env(safe-area-inset-right)) 12px
      max(14px, env(safe-area-inset-left));
    box-shadow: 0 1px 0 var(--line);
  }
  input {
    min-width: 0;
    min-height: 56px;
    padding: 0 20px;
    border: 0;
    border-radius: 999px;
    background: var(--glass);
    box-shadow: inset 0 0 0 1px var(--ink-soft);
    color: inherit;
    font: inherit;
    font-size: 18px;
    user-select: text;
  }
  input:focus-visible {
    outline-offset: 0;
    box-shadow: none;
  }
  input::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }
  header button {
    min-height: 56px;
    padding: 0 18px;
  }
  .body {
    display: grid;
    align-content: start;
    gap: 10px;
    padding: 14px max(14px, env(safe-area-inset-right)) max(20px, env(safe-area-inset-bottom))
      max(14px, env(safe-area-inset-left));
    overflow-y: auto;
  }
  .body > p {
    position: sticky;
    top: -14px;
    z-index: 1;
    margin: -14px 0 0;
    padding: 14px 0 8px;
    background: var(--paper);
    color: var(--ink-soft);
    line-height: 1.4;
  }
  .body > .told {
    color: var(--ink);
    font-weight: 620;
  }
  .chips {
    gap: 8px;
  }
  .chips span::first-letter {
    text-transform: uppercase;
  }
  .chips span {
    display: block;
  }
  @media (max-width: 360px) {
    .chips button {
      padding: 0 13px;
      font-size: 15px;
    }
  }
  .more {
    justify-self: center;
    min-height: 48px;
  }
  ul {
    display: grid;
    gap: 8px;
  }
`;
