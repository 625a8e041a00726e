import { css } from "lit";

/** One person: a row that opens. */
export const personRowStyles = css`
  :host {
    display: block;
    border-radius: 20px;
    background: var(--field);
  }
  .row {
    grid-template-columns: minmax(0, 1fr) auto;
    justify-content: stretch;
    width: 100%;
    min-height: 54px;
    border-radius: 20px;
    background: none;
    font-size: var(--text-s);
    text-align: start;
  }
  .row span {
    justify-self: start;
    max-width: 100%;
    min-width: 0;
    overflow: hidden;
    overflow: clip visible;
    text-overflow: ellipsis;
  }
  .name {
    font-weight: 600;
  }
  .opened {
    display: grid;
    gap: var(--space-4);
    padding: var(--space-3) 22px 22px;
  }
  .opened form {
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: end;
  }
  /* Under the button of the form above, where a form has nothing but its button. */
  .opened form > button:only-child {
    grid-column: 2;
  }
  .cards {
    display: grid;
    gap: 6px;
  }
  .cards:empty {
    display: none;
  }
  .cards li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--space-3);
  }
  .cards button {
    min-height: 44px;
    padding: 0 16px;
  }
  @media (max-width: 559px) {
    .row {
      grid-auto-flow: row;
      grid-template-columns: minmax(0, 1fr);
      gap: 2px;
      padding: 10px 18px;
    }
    .opened form {
      grid-template-columns: minmax(0, 1fr);
    }
    .opened form > button:only-child {
      grid-column: 1;
    }
  }
`;
