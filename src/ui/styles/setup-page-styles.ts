import { css } from "lit";

/** A form that a screen of 1280x800 shows whole: its head is low, and beside the title are the ways out. */
export const setupPageStyles = css`
  :host {
    --page-width: 1180px;
  }
  main {
    gap: var(--space-3);
  }
  header {
    justify-content: space-between;
  }
  .ways {
    display: flex;
    align-items: center;
    gap: var(--space-2);
  }
  language-choice {
    --globe: 46px;
    --languages-block: calc(76px + var(--above-page, 0px)) auto;
  }
`;
