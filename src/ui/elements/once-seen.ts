/**
 * Longer than a screen reader takes to see that what it was at is gone. Orca 43.1 looks then for what has the focus, takes it
 * for where it was all the time, and says nothing: so the focus that is to be heard comes after it. Measured on two cores of a
 * PC: the change and the focus came in one batch, 20 ms apart. Shorter than anybody is at a keyboard again after a button.
 */
const SEEN_MS = 250;

export function onceSeen(begin: () => void): ReturnType<typeof setTimeout> {
  return setTimeout(begin, SEEN_MS);
}
