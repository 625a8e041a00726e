import { css } from "lit";

/** The owner's page: a head with the sections, one section below it, and what was done at its foot. */
export const libraryStyles = css`
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto auto minmax(0, 1fr);
    gap: var(--space-4);
    height: 100%;
    /* Lower than this all of the page scrolls, rather than a list that is nowhere. */
    min-height: 380px;
    padding: var(--edge);
    padding-bottom: max(var(--edge), env(safe-area-inset-bottom));
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-5);
  }
  nav {
    display: flex;
    flex: 0 1 auto;
    gap: var(--space-2);
    min-width: 0;
    margin-inline-end: auto;
    overflow-x: auto;
    scrollbar-width: none;
  }
  a {
    display: inline-grid;
    flex: none;
    place-items: center;
    min-width: 46px;
    min-height: 46px;
    padding: 0 18px;
    border-radius: 999px;
    color: inherit;
    text-decoration: none;
    white-space: nowrap;
  }
  nav a[aria-current="page"] {
    background: var(--ink);
    color: var(--on-ink);
  }
  .notes {
    display: grid;
    gap: var(--space-3);
  }
  .notes:empty {
    display: none;
  }
  .afar {
    align-self: start;
    padding: 10px 18px;
    border-radius: 14px;
    background: var(--glass);
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .with-button {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-4);
  }
  .with-button button,
  .who {
    min-height: 46px;
    padding: 0 18px;
  }
  .who {
    max-width: 12em;
  }
  .who span {
    max-width: 100%;
    overflow: hidden;
    overflow: clip visible;
    text-overflow: ellipsis;
  }
  .playing {
    display: grid;
    /* What is left of the line, so that a long title moves nothing to the next one. */
    flex: 1 1 8em;
    min-width: 0;
    max-width: 26em;
    line-height: 1.25;
    text-align: end;
  }
  .playing span {
    min-width: 0;
    overflow: hidden;
    overflow: clip visible;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .soft {
    color: var(--ink-soft);
    font-size: 0.9em;
  }
  .add[hidden] {
    display: none;
  }
  .add:not([hidden]) {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr));
    align-content: start;
    gap: var(--space-5);
    min-height: 0;
    overflow-y: auto;
  }
  @media (max-width: 899px) and (min-width: 760px), (max-height: 540px) {
    .playing {
      display: none;
    }
  }
  @media (max-width: 899px) {
    header h1 {
      flex: 1 1 auto;
    }
    nav {
      order: 2;
      flex: 1 0 100%;
    }
  }
  @media (max-width: 759px) {
    main {
      gap: var(--space-3);
      min-height: 540px;
    }
    header {
      gap: var(--space-2);
    }
    header > a,
    .who {
      padding-inline: 10px;
    }
    .playing {
      order: 1;
      flex: 1 0 100%;
      max-width: none;
      text-align: start;
    }
    nav {
      flex-wrap: wrap;
      gap: 2px;
    }
    nav a {
      padding: 0 11px;
      font-size: 15px;
    }
  }
`;
