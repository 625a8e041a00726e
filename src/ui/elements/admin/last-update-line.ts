import { html, nothing } from "lit";
import type { LastUpdate } from "../../facts/update-told.ts";
import { forDates } from "../../languages/tables.ts";
import { upkeepWords } from "../../words/upkeep-words.ts";

const day = forDates(
  (tag, here) => new Intl.DateTimeFormat(tag, { day: "numeric", month: "long", year: "numeric", ...here }),
);

/** What became of an update; `isNew` where somebody waited for it. */
export function lastUpdateLine({ at, from, to, cameBack, refused }: LastUpdate, isNew = false) {
  const { update } = upkeepWords;
  const when = day().format(at);
  const why = cameBack ?? refused;
  if (why === null) return html`<p data-testid="last-update">${update.stayed(when, from, to)}</p>`;
  return html`<p class="fault" role=${isNew ? "alert" : nothing} data-testid="last-update">
    ${cameBack === null ? update.refused(when, from) : update.cameBack(when, from, to)} ${update.because}
    <q lang="en" dir="ltr">${why}</q>
  </p>`;
}
