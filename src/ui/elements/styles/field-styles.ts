import { css } from "lit";

/** Forms: a label above each field, and fields that a finger finds. */
export const fieldStyles = css`
  form,
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
  }
  .field {
    display: grid;
    gap: 6px;
    min-width: 0;
  }
  .check {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: var(--space-3);
    min-height: 44px;
    cursor: pointer;
  }
  .check input {
    width: 24px;
    height: 24px;
    margin: 0;
    accent-color: var(--ink);
  }
  input:not([type="checkbox"], [type="radio"]) {
    width: 100%;
    min-width: 0;
    min-height: 48px;
    padding: 0 20px;
    border: 0;
    border-radius: 16px;
    background: var(--field);
    box-shadow: inset 0 0 0 1px var(--line);
    color: inherit;
    font: inherit;
    user-select: text;
  }
  input[aria-invalid="true"] {
    box-shadow: inset 0 0 0 2px var(--warn);
  }
  form button,
  .fields button {
    min-height: 48px;
    white-space: normal;
  }
  .fault {
    color: var(--warn);
  }
  .soft {
    color: var(--ink-soft);
  }
`;
