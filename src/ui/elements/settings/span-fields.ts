import { html, nothing } from "lit";
import type { OpenSpan, QuietSpan, Span } from "../../../protocol/hours.ts";
import { perLanguage } from "../../languages/tables.ts";
import { settingsWords } from "../../words/settings-words.ts";
import type { Field } from "./field.ts";
import { in24Hours } from "./in-24-hours.ts";
import { shareField, timeField } from "./plain-fields.ts";

/** As weeks are read here: from Monday on. 0 is Sunday. */
const WEEK = [1, 2, 3, 4, 5, 6, 0];

/** A Sunday, at noon: what a day of the week is called does not hang on a time zone. */
const SUNDAY_MS = Date.UTC(2026, 0, 4, 12);
const DAY_MS = 86_400_000;
const dayNames = perLanguage((tag) => {
  const short = new Intl.DateTimeFormat(tag, { weekday: "short", timeZone: "UTC" });
  return WEEK.map((_, day) => short.format(SUNDAY_MS + day * DAY_MS));
});

/** An editor of an entry in a list, which can take it away. */
export type EntryField<Entry> = Field<Entry> & { remove: () => void };

/** Without a day an entry would never hold, so it is not saved: its removal is offered instead. */
export function daysField({ id, label, value, change, remove }: EntryField<readonly number[]>) {
  const { list } = settingsWords;
  return html`<div class="chips days" role="group" aria-label=${label}>
    ${WEEK.map((day) => {
      const chosen = value.includes(day);
      return html`<button
        data-testid="${id}-${day}"
        aria-pressed=${String(chosen)}
        @click=${() => change(WEEK.filter((each) => (each === day ? !chosen : value.includes(each))))}
      >
        ${dayNames()[day]}
      </button>`;
    })}
  </div>
  ${
    value.length > 0
      ? nothing
      : html`<div class="line">
          <span class="fault">${list.noDay}</span>
          <button data-testid="${id}-remove-instead" @click=${remove}>${list.removeInstead}</button>
        </div>`
  }`;
}

/** From one time to another, and what that means where it does not say so itself. */
export function spanField<S extends Span>({ id, value, change }: Field<S>) {
  const { hours } = settingsWords;
  const { from, to } = value;
  const meant = from === "" || to === "" || to > from ? "" : to === from ? hours.allDay : hours.nextDay;
  return html`<div class="span">
    ${timeField({
      ...{ id: `${id}-from`, label: hours.from, value: from },
      change: (time) => change({ ...value, from: time ?? "" }),
    })}
    <span aria-hidden="true">–</span>
    ${timeField({
      ...{ id: `${id}-to`, label: hours.to, value: to },
      change: (time) => change({ ...value, to: time ?? "" }),
    })}
    ${in24Hours(from === "" || to === "" ? null : `${from}–${to}`)}
    ${meant === "" ? nothing : html`<span class="soft">${meant}</span>`}
  </div>`;
}

/** Entries below each other, each with a way out, and a button for one more. */
export function listField<Entry>({
  id,
  label,
  value,
  change,
  most,
  make,
  entry,
  words,
}: Field<readonly Entry[]> & {
  most: number;
  make: () => Entry;
  entry: (field: EntryField<Entry>) => unknown;
  words: { add: string; none: string };
}) {
  const { list } = settingsWords;
  return html`
    ${value.length === 0 ? html`<p class="soft">${words.none}</p>` : nothing}
    ${value.map((each, index) => {
      const remove = (): void => change(value.toSpliced(index, 1));
      const which = `${label} ${index + 1}`;
      return html`<div class="entry" role="group" aria-label=${which}>
        ${entry({
          ...{ id: `${id}-${index}`, label: which, value: each, remove },
          change: (changed) => change(value.with(index, changed)),
        })}
        <button
          class="remove"
          data-testid="${id}-${index}-remove"
          aria-label=${list.removeOf(which)}
          @click=${remove}
        >
          ${list.remove}
        </button>
      </div>`;
    })}
    <div class="chips">
      <button
        data-testid="${id}-add"
        ?disabled=${value.length >= most}
        @click=${() => change([...value, make()])}
      >
        ${words.add}
      </button>
    </div>
  `;
}

/**
 * Hours to begin with, which hold from the touch that adds them: the first ones are all hours, as it was without any,
 * so that nobody's music ends before they have said when. Later ones are for the days that have none yet.
 */
export function newHours(known: readonly OpenSpan[]): OpenSpan {
  const last = known.at(-1);
  if (last === undefined) return { days: [...WEEK], from: "00:00", to: "00:00" };
  const free = WEEK.filter((day) => known.every(({ days }) => !days.includes(day)));
  return { ...last, days: free.length > 0 ? free : [...last.days] };
}

export function openSpansField(field: Field<readonly OpenSpan[]> & { most: number }) {
  const { hours, days } = settingsWords;
  return listField({
    ...field,
    make: () => newHours(field.value),
    words: { add: hours.add, none: hours.always },
    entry: (one) => html`
      ${daysField({
        ...one,
        ...{ label: days, value: one.value.days },
        change: (chosen) => one.change({ ...one.value, days: [...chosen] }),
      })}
      ${spanField(one)}
    `,
  });
}

export function quietSpansField(field: Field<readonly QuietSpan[]> & { most: number }) {
  const { hours, days } = settingsWords;
  return listField({
    ...field,
    make: (): QuietSpan => ({ days: [...WEEK], from: "22:00", to: "07:00", ceiling: 0.4 }),
    words: { add: hours.add, none: hours.noQuiet },
    entry: (one) => html`
      ${daysField({
        ...one,
        ...{ label: days, value: one.value.days },
        change: (chosen) => one.change({ ...one.value, days: [...chosen] }),
      })}
      ${spanField(one)}
      <label class="pair">
        <span>${hours.ceiling}</span>
        ${shareField({
          ...{ id: `${one.id}-ceiling`, label: hours.ceiling, value: one.value.ceiling },
          change: (ceiling) => one.change({ ...one.value, ceiling }),
        })}
      </label>
    `,
  });
}
