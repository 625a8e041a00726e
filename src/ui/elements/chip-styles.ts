import { css } from "lit";

/** Small buttons in rows: what can be chosen, and whether it is. */
export const chipStyles = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .chips button {
    max-width: 100%;
    min-height: 48px;
    padding: 0 18px;
    font-size: var(--text-s);
  }
  .chips button span {
    min-width: 0;
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .chips [aria-pressed="true"] {
    background: var(--ink);
    color: #24101c;
    box-shadow: none;
  }
  input[type="search"],
  input[type="date"] {
    min-width: 0;
    min-height: 48px;
    padding: 0 20px;
    border: 0;
    border-radius: 999px;
    background: var(--glass);
    box-shadow: inset 0 0 0 1px var(--line);
    color: inherit;
    font: inherit;
    font-size: var(--text-s);
    color-scheme: dark;
  }
  input::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }
`;
