import { css } from "lit";

/** One step of signing in or registering: a field with its buttons, or a pad with what is to be read beside it. */
export const stepStyles = css`
  :host {
    display: grid;
    gap: var(--space-3);
    font-size: var(--text-s);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3);
  }
  .row button {
    flex: 1 1 auto;
  }
  /* Upright below each other; where the screen is low, what is to be read stands beside the pad. */
  .steps {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
  }
  .about {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--space-3);
    line-height: 1.3;
  }
  @media (max-height: 900px) and (min-width: 620px) {
    .steps {
      grid-template-columns: auto minmax(0, 1fr);
    }
  }
  /* The 7-inch touchscreen: what comes after the name is in sight above the keys. */
  @media (max-height: 540px) and (min-width: 700px) {
    form {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: end;
    }
    form fault-line {
      grid-row: 2;
      grid-column: 1 / -1;
    }
    form .row {
      flex-wrap: nowrap;
    }
  }
`;
