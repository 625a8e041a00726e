import { unsafeCSS } from "lit";

/** As a media query: a phone on its side, or a page at twice its size. There all of the kiosk scrolls as one. */
export const shortScreen = unsafeCSS(
  "(min-aspect-ratio: 4/5) and (max-height: 459px), (min-aspect-ratio: 4/5) and (max-width: 699px)",
);
