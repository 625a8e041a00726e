import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import type { Holiday, Span } from "../../../protocol/hours.ts";
import { wallDate } from "../../facts/wall-date.ts";
import { settingsWords } from "../../words/settings-words.ts";
import type { Field } from "./field.ts";
import { listField, spanField } from "./span-fields.ts";

const DAY_MS = 86_400_000;
const MOST_SPANS = 8;

/** Days with hours of their own, or with none. */
export function holidaysField(field: Field<readonly Holiday[]> & { most: number }) {
  const { holidays } = settingsWords;
  return listField({
    ...field,
    make: (): Holiday => ({ date: dayAfter(field.value.at(-1)?.date), open: [] }),
    words: { add: holidays.add, none: holidays.none },
    entry: holidayEntry,
  });
}

function holidayEntry({ id, value, change }: Field<Holiday>) {
  const { holidays, hours, list } = settingsWords;
  const { date, open } = value;
  const opened = (spans: readonly Span[]): void => change({ ...value, open: [...spans] });
  return html`
    <input
      type="date"
      data-testid="${id}-date"
      aria-label=${holidays.date}
      .value=${live(date)}
      @change=${(event: Event) => change({ ...value, date: (event.target as HTMLInputElement).value })}
    />
    ${open.length === 0 ? html`<p>${holidays.closed}</p>` : nothing}
    ${open.map(
      (span, index) => html`<div class="line">
        ${spanField({
          ...{ id: `${id}-${index}`, label: hours.from, value: span },
          change: (changed) => opened(open.with(index, changed)),
        })}
        <button
          aria-label=${list.removeOf(`${span.from} – ${span.to}`)}
          @click=${() => opened(open.toSpliced(index, 1))}
        >
          ${list.remove}
        </button>
      </div>`,
    )}
    <div class="chips">
      <button
        data-testid="${id}-hours"
        ?disabled=${open.length >= MOST_SPANS}
        @click=${() => opened([...open, { from: "10:00", to: "14:00" }])}
      >
        ${hours.add}
      </button>
    </div>
  `;
}

/** The day after this one; without one, tomorrow. */
function dayAfter(date: string | undefined): string {
  const now = wallDate(Date.now());
  const from = date ? Date.parse(date) : Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return new Date(from + DAY_MS).toISOString().slice(0, 10);
}
