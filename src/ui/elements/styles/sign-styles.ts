import { css } from "lit";

/**
 * Lines are set tightly, and a box that cuts off what is too long would cut off vowel signs and dots above and below
 * them too. It lets these through and takes no more room for it. Only where there are any, and only as far as they reach:
 * beyond that, and in other scripts, the tops of a line that is left out would show.
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
  /* Lines are set too tightly for both: below, the tops of the line that is left out. */
  .signs.capitals[data-cut] {
    overflow-clip-margin: 0px;
  }
`;
