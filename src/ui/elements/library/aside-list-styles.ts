import { css } from "lit";

/** Lists beside the songs: what it is about, and a button for each. */
export const asideListStyles = css`
  :host {
    display: grid;
    align-content: start;
    gap: var(--space-3);
    min-width: 0;
    font-size: var(--text-s);
  }
  h2 {
    margin: 0;
    font: 600 1em / 1.2 var(--body);
  }
  ul {
    display: grid;
    gap: var(--space-2);
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--space-3);
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  li > span > span {
    display: block;
  }
  button {
    min-height: 44px;
    padding: 0 16px;
  }
  .soft {
    color: var(--ink-soft);
    font-size: 0.9em;
  }
`;
