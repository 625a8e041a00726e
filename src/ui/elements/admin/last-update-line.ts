import { html } from "lit";
import type { LastUpdate } from "../../facts/update-told.ts";
import { forDates } from "../../languages/tables.ts";
import { upkeepWords } from "../../words/upkeep-words.ts";

const day = forDates(
  (tag, here) => new Intl.DateTimeFormat(tag, { day: "numeric", month: "long", year: "numeric", ...here }),
);

/** What became of an update. */
export function lastUpdateLine(last: LastUpdate) {
  const went = last.cameBack === null && last.refused === null;
  return html`<p class=${went ? "" : "fault"} data-testid="last-update">${lastUpdateWords(last)}</p>`;
}

/** The same for within a line that is there. */
export function lastUpdateWords({ at, from, to, cameBack, refused }: LastUpdate) {
  const { update } = upkeepWords;
  const when = day().format(at);
  const why = cameBack ?? refused;
  if (why === null) return update.stayed(when, from, to);
  return html`${cameBack === null ? update.refused(when, from) : update.cameBack(when, from, to)}
    ${update.because} <q lang="en" dir="ltr">${why}</q>`;
}
