import { css } from "lit";

export const correctPanelStyles = css`
  :host {
    --dial-size: min(240px, 100%);
    display: grid;
    align-content: start;
    gap: var(--space-5);
    min-height: 0;
    overflow-y: auto;
    padding: var(--space-4);
    font-size: var(--text-s);
  }
  header {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: start;
    gap: var(--space-3);
  }
  header button {
    min-height: 44px;
    padding: 0 16px;
  }
  h2 {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    font: 620 24px / 1.15 var(--display);
    overflow-wrap: anywhere;
  }
  h3 {
    margin: 0;
    font: 600 1em / 1.2 var(--body);
  }
  section {
    display: grid;
    gap: var(--space-3);
  }
  .moods button {
    gap: 7px;
    padding: 0 11px;
    font-size: 0.95em;
  }
  affect-disc {
    justify-self: center;
  }
`;
