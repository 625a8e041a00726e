import { css } from "lit";

/** The settings page: a head with the search, the groups, and below or beside them all settings to scroll through. */
export const settingsStyles = css`
  main {
    display: grid;
    grid-template-columns: minmax(150px, 15vw) minmax(0, 1fr);
    grid-template-rows: auto minmax(0, 1fr);
    gap: var(--space-4) var(--space-5);
    max-width: 1700px;
    height: 100%;
    min-height: 380px;
    margin-inline: auto;
    padding: var(--edge) var(--edge) 0;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    align-items: center;
    gap: var(--space-2) var(--space-5);
  }
  header input {
    flex: 1 1 200px;
    max-width: 460px;
  }
  .ways {
    display: flex;
    align-items: center;
    margin-inline-start: auto;
  }
  a {
    display: inline-grid;
    place-items: center;
    min-height: 46px;
    padding: 0 16px;
    border-radius: 999px;
    color: inherit;
    text-decoration: none;
    white-space: nowrap;
  }
  .who,
  .note button {
    min-height: 46px;
    max-width: 12em;
    padding: 0 18px;
    font-size: var(--text-s);
  }
  .who span {
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  nav {
    display: flex;
    flex-direction: column;
    align-items: stretch;
    gap: 4px;
    min-height: 0;
    overflow-y: auto;
    scrollbar-width: none;
  }
  .jump {
    display: none;
  }
  nav button {
    flex: none;
    justify-content: start;
    min-height: 46px;
    padding: 0 18px;
    background: none;
    box-shadow: none;
    font-size: var(--text-s);
  }
  nav button[aria-current] {
    background: var(--glass);
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .settings {
    display: grid;
    position: relative;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--space-5);
    min-height: 0;
    padding-bottom: max(var(--edge), env(safe-area-inset-bottom));
    overflow-y: auto;
    border-radius: var(--radius-m);
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
  .settings:focus-visible,
  .group:focus-visible {
    outline-offset: -3px;
    box-shadow: none;
  }
  .note,
  .group {
    padding: clamp(14px, 2vw, 26px);
    border-radius: var(--radius-m);
    background: var(--glass);
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .note {
    display: grid;
    justify-items: start;
    gap: var(--space-3);
    line-height: 1.35;
  }
  h2 {
    padding-bottom: var(--space-3);
    font: 620 clamp(20px, 1vw + 12px, 26px) / 1.15 var(--display);
  }
  .rows {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 400px), 1fr));
    gap: 0 var(--space-6);
  }
  .way a {
    min-height: 48px;
    padding: 0;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  setting-row[wide] {
    grid-column: 1 / -1;
  }
  @media (max-width: 899px) {
    main {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto minmax(0, 1fr);
      gap: var(--space-3);
    }
    header {
      gap: var(--space-2) var(--space-3);
    }
    /* More groups than there is room for in a row. */
    nav {
      display: none;
    }
    .jump {
      display: inline-block;
      flex: 1 1 110px;
      text-overflow: ellipsis;
    }
  }
  @media (max-width: 599px) {
    main {
      min-height: 540px;
    }
    header {
      gap: var(--space-2);
    }
    .jump {
      flex: 1 1 calc(28vw + 26px);
      order: 2;
    }
    header input {
      flex: 1 1 170px;
      order: 1;
      max-width: none;
    }
    a {
      padding: 0 8px;
      font-size: 15px;
    }
    .who {
      padding: 0 12px;
      font-size: 15px;
    }
  }
`;
