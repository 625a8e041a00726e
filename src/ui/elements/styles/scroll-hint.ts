import { css, unsafeCSS } from "lit";

/**
 * What scrolls fades out where there is more of it, above and below. The two lengths are registered in tokens.css;
 * where nothing overflows there is no timeline, and nothing fades. `--fade-most` keeps it short where little room is.
 */
export const scrollHint = (selector: ":host" | `.${string}`) => css`
  ${unsafeCSS(selector)} {
    mask-image: linear-gradient(
      transparent,
      #000 min(var(--more-above), var(--fade-most, 44px)) calc(100% - min(var(--more-below), var(--fade-most, 44px))),
      transparent
    );
    animation: more linear;
    animation-timeline: scroll(self);
  }
  @keyframes more {
    0% {
      --more-above: 0px;
      --more-below: 44px;
    }
    12%,
    88% {
      --more-above: 28px;
      --more-below: 44px;
    }
    100% {
      --more-above: 28px;
      --more-below: 0px;
    }
  }
`;
