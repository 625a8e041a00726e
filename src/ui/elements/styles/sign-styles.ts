import { css } from "lit";

/**
 * Lines are set tightly, and a box that cuts off what is too long would cut off vowel signs and dots above and below
 * them too. It lets these through and takes no more room for it. What is left out is not drawn (cut-titles.ts).
 */
export const signStyles = css`
  .signs.signs {
    min-width: 0;
    min-height: 0;
    overflow: clip;
    overflow-clip-margin: 0.14em;
  }
  /* The dots of an Arabic letter, and a vowel sign under them. */
  .signs.signs:dir(rtl) {
    overflow-clip-margin: 0.26em;
  }
`;
