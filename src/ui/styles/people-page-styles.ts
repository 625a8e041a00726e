import { css } from "lit";
import { scrollingPageStyles } from "./scrolling-page-styles.ts";

/** Pages of forms: people, and the first start. All of the page scrolls. */
export const peoplePageStyles = [
  scrollingPageStyles,
  css`
  /* As on every page of the owner's the title is at the beginning; a member's ways are at the end. */
  header h1 {
    display: grid;
    align-items: center;
    min-height: 46px;
  }
  header > language-choice {
    margin-inline-start: auto;
  }
  h2 {
    font: 620 clamp(20px, 1vw + 12px, 26px) / 1.15 var(--display);
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  nav a,
  a.button {
    display: inline-grid;
    place-items: center;
    min-height: 46px;
    padding: 0 18px;
    border-radius: 999px;
    color: inherit;
    text-decoration: none;
  }
  a.button {
    box-shadow: inset 0 0 0 1px var(--line);
  }
  a.button.main {
    background: var(--ink);
    color: var(--on-ink);
  }
  .others,
  .mine {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    min-width: 0;
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr));
    align-items: start;
    gap: var(--space-5);
  }
  .panel {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    min-width: 0;
    padding: clamp(16px, 2vw, 26px);
    border-radius: var(--radius-m);
    background: var(--glass);
    box-shadow: inset 0 0 0 1px var(--line);
  }
`,
];
