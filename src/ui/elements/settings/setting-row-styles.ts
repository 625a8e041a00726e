import { css } from "lit";

/** A setting's row, and what the editors in it are made of. */
export const settingRowStyles = css`
  :host {
    display: grid;
    /* What only a screen reader is told stays within the row, or it would make the page longer. */
    position: relative;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--space-2);
    min-width: 0;
    padding-block: var(--space-4);
    border-top: 1px solid var(--line);
    line-height: 1.35;
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
    min-height: 44px;
  }
  h3 {
    margin: 0;
    font: 600 1.06em / 1.2 var(--body);
    text-wrap: balance;
  }
  .soft {
    font-size: 0.94em;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  button.quiet {
    min-height: 44px;
    padding: 0 16px;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: var(--space-3);
  }
  .field > share-slider,
  .field > text-list,
  .field > point-field,
  .field > holidays-field,
  .field > .pairs,
  .field > .entry,
  .field > input[type="text"] {
    justify-self: stretch;
  }
  /* As tall as it will be: it comes later than what is below it. */
  point-field:not(:defined) {
    min-height: 264px;
  }
  .number,
  .span,
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
  }
  .number input {
    width: 8em;
  }
  .days {
    gap: 6px;
  }
  .chips.days button {
    min-width: 52px;
    padding: 0 10px;
  }
  .pairs {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 360px), 1fr));
    gap: var(--space-2) var(--space-5);
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    align-items: center;
    gap: var(--space-3);
  }
  .pair select {
    width: 100%;
  }
  @media (max-width: 599px) {
    .span {
      gap: 6px;
    }
    .entry .pair:has(select) {
      grid-template-columns: minmax(0, 1fr);
      gap: 4px;
    }
    .span input[type="time"] {
      padding-block: 0;
      padding-inline: 12px 8px;
    }
  }
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: var(--space-3);
    padding: var(--space-4);
    border-radius: var(--radius-m);
    background: var(--glass);
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .entry > .pairs,
  .entry > .pair,
  .entry > details {
    justify-self: stretch;
  }
  .entry > .remove {
    justify-self: end;
  }
  /* A row with room: the way out stands beside the first line. */
  @media (min-width: 700px) {
    .entry {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .entry > * {
      grid-column: 1 / -1;
    }
    .entry > :first-child {
      grid-column: 1;
    }
    .entry > .remove {
      grid-row: 1;
      grid-column: 2;
    }
  }
  summary {
    display: flex;
    align-items: center;
    min-height: 44px;
    cursor: pointer;
  }
  summary::before {
    margin-inline-end: 10px;
    content: "+";
  }
  [open] > summary::before {
    content: "−";
  }
  .outcome:not(.visually-hidden) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    row-gap: var(--space-2);
    min-height: 44px;
  }
  .outcome p:not(:empty) {
    margin-inline-end: var(--space-3);
  }
  [role="status"]:not(:empty)::before {
    display: inline-block;
    width: 0.7em;
    height: 0.7em;
    margin-inline-end: 8px;
    border-radius: 50%;
    background: var(--lamp);
    content: "";
  }
`;
