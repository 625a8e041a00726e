import type { Command } from "../../protocol/messages.ts";

/** A finger that taps twice wants one thing; what is there by its second tap wants the opposite. */
const SECOND_TAP_MS = 1_500;

/** When the switch was touched last on this page, wherever it stands. */
let touchedAt = Number.NEGATIVE_INFINITY;

/**
 * What a touch of the camera's switch asks for, at `now`; null where it is the second tap of one wish, which would open
 * what somebody has just closed. Whoever goes on tapping opens nothing; and closing waits for no more than one such time.
 */
export function cameraTap(wanted: boolean, now: number): Command | null {
  const isSecond = now - touchedAt < SECOND_TAP_MS;
  if (!wanted || !isSecond) touchedAt = now;
  return isSecond ? null : { do: "switchCamera", on: !wanted };
}
