import { css } from "lit";
import { panelStyles } from "./elements/panel-styles.ts";

/** The owner's pages that scroll as a whole: a head, and panels in columns. */
export const adminPageStyles = [
  panelStyles,
  css`
    main {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-4);
      max-width: 1500px;
      margin: 0 auto;
      padding: var(--edge);
      padding-bottom: max(var(--edge), env(safe-area-inset-bottom));
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-4);
    }
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
      padding: 6px 10px 6px 0;
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
