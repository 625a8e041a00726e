/**
 * What a slider that goes across and up and down has as its number: another one wherever it is. What it says of itself is its
 * text; but browsers tell a screen reader of a new text only once the number is new, too.
 */
export const sliderNumber = (across: number, along: number): number =>
  Number((across + along / 1_000).toFixed(5));
