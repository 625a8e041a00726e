import { css } from "lit";

/** In a panel beside something else, where there is less room. After `chipStyles`. */
export const narrowChipStyles = css`
  .chips button {
    min-height: 44px;
    padding: 0 14px;
  }
`;

/** Small buttons in rows: what can be chosen, and whether it is; and the fields beside them. */
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
    overflow: clip visible;
    text-overflow: ellipsis;
  }
  .chips [aria-pressed="true"] {
    background: var(--ink);
    color: var(--on-ink);
    box-shadow: none;
  }
  input[type="search"],
  input[type="date"],
  select {
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
  }
  select {
    --arrow: 6px;
    appearance: none;
    padding-inline-end: 44px;
    background:
      linear-gradient(45deg, transparent 50%, currentColor 50%) right 26px top 55% / var(--arrow) var(--arrow) no-repeat,
      linear-gradient(135deg, currentColor 50%, transparent 50%) right 20px top 55% / var(--arrow) var(--arrow) no-repeat,
      var(--glass);
    cursor: pointer;
  }
  select:dir(rtl) {
    background:
      linear-gradient(45deg, transparent 50%, currentColor 50%) left 20px top 55% / var(--arrow) var(--arrow) no-repeat,
      linear-gradient(135deg, currentColor 50%, transparent 50%) left 26px top 55% / var(--arrow) var(--arrow) no-repeat,
      var(--glass);
  }
  option {
    background: var(--night);
  }
  input::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }
`;
