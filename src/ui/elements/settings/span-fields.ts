import { html, nothing } from "lit";
import type { OpenSpan, QuietSpan, Span } from "../../../protocol/hours.ts";
import { perLanguage } from "../../languages/tables.ts";
import { settingsWords } from "../../words/settings-words.ts";
import type { Field } from "./field.ts";
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

export function daysField({ id, label, value, change }: Field<readonly number[]>) {
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
  </div>`;
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
    ${meant === "" ? nothing : html`<span class="soft">${meant}</span>`}
  </div>`;
}

/** Entries below each other, each with a way out, and a button for one more. */
export function listField<Entry>({
  id,
  value,
  change,
  most,
  make,
  entry,
  words,
}: Field<readonly Entry[]> & {
  most: number;
  make: () => Entry;
  entry: (field: Field<Entry>) => unknown;
  words: { add: string; none: string };
}) {
  const { list } = settingsWords;
  return html`
    ${value.length === 0 ? html`<p class="soft">${words.none}</p>` : nothing}
    ${value.map(
      (each, index) => html`<div class="entry" role="group" aria-label=${String(index + 1)}>
        ${entry({
          ...{ id: `${id}-${index}`, label: String(index + 1), value: each },
          change: (changed) => change(value.with(index, changed)),
        })}
        <button
          class="remove"
          data-testid="${id}-${index}-remove"
          aria-label=${list.removeOf(String(index + 1))}
          @click=${() => change(value.toSpliced(index, 1))}
        >
          ${list.remove}
        </button>
      </div>`,
    )}
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

export function openSpansField(field: Field<readonly OpenSpan[]> & { most: number }) {
  const { hours, days } = settingsWords;
  return listField({
    ...field,
    make: (): OpenSpan => ({ days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" }),
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
