import { css } from "lit";

/** The owner's pages that scroll as a whole, with their document: a head, and panels below it. */
export const scrollingPageStyles = css`
  :host {
    height: auto;
    min-height: 100dvh;
    overflow: visible;
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
    max-width: var(--page-width, 1500px);
    margin: 0 auto;
    padding: var(--edge);
    padding-bottom: max(var(--edge), env(safe-area-inset-bottom));
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) clamp(8px, 1.2vw, 16px);
  }
`;
