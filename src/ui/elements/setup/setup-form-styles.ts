import { css } from "lit";

/** The first start: two panels beside each other where there is room. */
export const setupFormStyles = css`
  :host {
    display: block;
  }
  form {
    grid-template: auto 1fr / repeat(auto-fit, minmax(min(100%, 400px), 1fr));
    align-items: start;
    gap: var(--space-5);
  }
  fieldset {
    display: grid;
    gap: var(--space-3);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 var(--space-3);
    font: 620 clamp(20px, 1vw + 12px, 26px) / 1.15 var(--display);
  }
  .field + .fault {
    margin-top: calc(-1 * var(--space-2));
  }
  .chips ~ .soft {
    margin-top: 0;
  }
  fieldset:has(.chips) legend {
    padding-bottom: 6px;
    font: inherit;
  }
  .stands {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--space-2);
  }
  .stands button {
    min-height: 60px;
    border-radius: 20px;
    font-size: var(--text-s);
  }
  [aria-pressed="true"] {
    background: var(--ink);
    color: var(--on-ink);
    box-shadow: none;
  }
  .law:empty {
    display: none;
  }
  select {
    width: 100%;
    border-radius: 16px;
  }
  /* Below the shorter panel, so that what the law says of a place does not push the button out of sight. */
  .panel:first-child {
    grid-row: span 2;
  }
  .end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-4);
    padding-block: var(--space-2);
  }
  .end button {
    min-width: min(100%, 240px);
  }
`;
