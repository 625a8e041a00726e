import { forDates } from "../../languages/tables.ts";

/** The day on which a card became somebody's. */
export const taughtDay = forDates(
  (tag, here) => new Intl.DateTimeFormat(tag, { dateStyle: "medium", ...here }),
);
