import { css } from "lit";
import { chipStyles } from "../styles/chip-styles.ts";

/** Fields of the settings page: made for fingers, and to line up with the chips beside them. */
export const fieldStyles = [
  chipStyles,
  css`
    button {
      min-height: 48px;
      padding: 0 18px;
      font-size: var(--text-s);
    }
    input[type="text"],
    input[type="time"],
    input[type="date"],
    input[type="datetime-local"] {
      width: 100%;
      min-width: 0;
      min-height: 48px;
      padding: 0 18px;
      border: 0;
      border-radius: 16px;
      background: var(--glass);
      box-shadow: inset 0 0 0 1px var(--line);
      color: inherit;
      font: inherit;
      font-size: var(--text-s);
      user-select: text;
    }
    input[type="time"],
    input[type="date"],
    input[type="datetime-local"] {
      width: auto;
      font-variant-numeric: tabular-nums;
    }
    input:disabled,
    select:disabled {
      opacity: 0.6;
    }
    select {
      max-width: 100%;
      text-overflow: ellipsis;
    }
    a {
      display: inline-grid;
      place-items: center;
      min-height: 48px;
      padding: 0 18px;
      border-radius: 999px;
      background: var(--glass);
      box-shadow: inset 0 0 0 1px var(--line);
      color: inherit;
      text-decoration: none;
    }
    .fault {
      color: var(--warn);
    }
    .soft {
      color: var(--ink-soft);
    }
  `,
];
