import { css } from "lit";
import { panelStyles } from "../elements/styles/panel-styles.ts";
import { scrollingPageStyles } from "./scrolling-page-styles.ts";

/** Panels in columns, and tables. */
export const adminPageStyles = [
  scrollingPageStyles,
  panelStyles,
  css`
    .who {
      max-width: 12em;
      min-height: 46px;
      margin-inline-start: auto;
      padding: 0 18px;
    }
    .who span {
      max-width: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .columns {
      columns: 3 380px;
      column-gap: var(--space-5);
    }
    .columns > * {
      margin-bottom: var(--space-5);
      break-inside: avoid;
    }
    table {
      width: 100%;
      border-collapse: collapse;
      font-variant-numeric: tabular-nums;
    }
    th,
    td {
      padding-block: 6px;
      padding-inline: 0 10px;
      border-top: 1px solid var(--line);
      font-weight: inherit;
      text-align: start;
      vertical-align: top;
    }
    thead th {
      border: 0;
      color: var(--ink-soft);
    }
    p a,
    td a {
      color: inherit;
    }
  `,
];
