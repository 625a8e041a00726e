import { css } from "lit";

/** Panels of the library page: a heading, and what belongs to it on glass. */
export const panelStyles = css`
  :host {
    font-size: var(--text-s);
    line-height: 1.35;
  }
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--space-3);
    min-width: 0;
    padding: clamp(16px, 2vw, 26px);
    border-radius: var(--radius-m);
    background: var(--glass);
    box-shadow: inset 0 0 0 1px var(--line);
  }
  h2 {
    font: 620 clamp(20px, 1vw + 12px, 26px) / 1.15 var(--display);
  }
  h3 {
    margin: 0;
    font: 600 1em / 1.2 var(--body);
  }
  .soft {
    color: var(--ink-soft);
  }
  .fault {
    color: var(--warn);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-3);
  }
  .actions button,
  .actions a,
  .actions label {
    min-height: 48px;
    padding: 0 20px;
  }
  .actions a,
  .actions label {
    display: inline-grid;
    place-items: center;
    border-radius: 999px;
    background: var(--glass);
    box-shadow: inset 0 0 0 1px var(--line);
    color: inherit;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
  }
  .actions label:focus-within {
    outline: 3px solid var(--ink);
    outline-offset: 3px;
  }
  .actions label.off {
    cursor: default;
    opacity: 0.55;
  }
  progress {
    appearance: none;
    width: 100%;
    height: 10px;
    border: 0;
    border-radius: 5px;
    overflow: hidden;
    background: var(--track);
  }
  progress::-webkit-progress-bar {
    background: none;
  }
  progress::-webkit-progress-value {
    border-radius: 5px;
    background: var(--ink);
  }
  progress::-moz-progress-bar {
    background: var(--ink);
  }
  .paths {
    display: grid;
    gap: 6px;
    max-height: 40vh;
    overflow-y: auto;
  }
  /* A word stands beside its file; a sentence goes below it, so that the file's name can always be read. */
  .paths li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 2px var(--space-4);
    overflow-wrap: anywhere;
  }
  .paths li > :first-child:not(:last-child) {
    flex: 1 1 14em;
    min-width: 0;
  }
`;

/** Panels below each other, none wider than there is room. */
export const panelColumnStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
`;
