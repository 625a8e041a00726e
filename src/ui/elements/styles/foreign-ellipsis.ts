import { css } from "lit";

/**
 * A title in the other direction than the page stands where the page's lines begin: at its own end. There the browser would
 * draw the ellipsis of several lines outside of their box. So one that is too long, and fills its lines anyway, begins at
 * its own side, and its ellipsis is within its column. Which ones are, cut-titles.ts says.
 */
export const foreignEllipsis = css`
  :host(:dir(rtl)) .clamped[data-cut]:dir(ltr),
  :host(:dir(ltr)) .clamped[data-cut]:dir(rtl) {
    text-align: start;
  }
`;
