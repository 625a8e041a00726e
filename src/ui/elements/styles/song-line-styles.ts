import { css } from "lit";

/** Lists of one's own songs: a title over its artists, and what can be done with it at the end of the line. */
export const songLineStyles = css`
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--space-3);
    min-height: 48px;
  }
  .names,
  .names span {
    display: block;
    min-width: 0;
    overflow: hidden;
    overflow: clip visible;
    text-overflow: ellipsis;
    line-height: 1.25;
  }
  .names .title {
    font-weight: 620;
  }
  .names .soft {
    font-size: 0.9em;
  }
  li button {
    min-height: 48px;
    padding: 0 16px;
    font-size: var(--text-s);
  }
`;
