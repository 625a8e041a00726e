import { unsafeCSS } from "lit";

/**
 * As media queries: panels of 7 inches, 800 by 480 and 1024 by 600, where the dial needs the height of its own words. A
 * little more of it does with all of them as long as nothing is wrong.
 */
export const lowScreen = unsafeCSS("(max-height: 540px), (min-aspect-ratio: 4/5) and (max-height: 720px)");
export const lowWhenTroubled = unsafeCSS(
  "(max-height: 540px), (min-aspect-ratio: 4/5) and (max-height: 790px)",
);
