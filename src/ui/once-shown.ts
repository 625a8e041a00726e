/** Acts once what has just changed stands on the screen: the frame after the one that shows it has begun. */
export function onceShown(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(act)));
}
