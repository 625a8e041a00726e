import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Holiday, Span } from "../../../protocol/hours.ts";
import { settingsWords } from "../../words/settings-words.ts";
import { baseStyles } from "../styles/base-styles.ts";
import type { Field } from "./field.ts";
import { fieldStyles } from "./field-styles.ts";
import { settingRowStyles } from "./setting-row-styles.ts";
import { listField, spanField } from "./span-fields.ts";

const MOST_SPANS = 8;

/**
 * Days with hours of their own, or with none. A new one has no date, and is this element's alone until it has: a day that
 * nobody chose would be one without music.
 */
@customElement("holidays-field")
export class HolidaysField extends LitElement {
  @property({ attribute: false }) value: readonly Holiday[] = [];
  @property({ type: Number }) most = 0;
  @property() name = "";
  @state() private undated: readonly Holiday[] = [];

  static override styles = [
    baseStyles,
    fieldStyles,
    settingRowStyles,
    css`
      :host {
        justify-items: start;
        gap: var(--space-3);
        padding: 0;
        border: 0;
      }
      .entry {
        justify-self: stretch;
      }
    `,
  ];

  protected override render() {
    const { holidays } = settingsWords;
    return listField({
      ...{ id: this.name, label: "", most: this.most },
      value: [...this.value, ...this.undated],
      change: this.#changed,
      make: (): Holiday => ({ date: "", open: [] }),
      words: { add: holidays.add, none: holidays.none },
      entry: holidayEntry,
    });
  }

  /** Of all of them one is another, one is gone, or one is new. */
  readonly #changed = (all: readonly Holiday[]): void => {
    const { value, undated } = this;
    const before = [...value, ...undated];
    const first = before.findIndex((each, at) => each !== all[at]);
    if (first !== -1 && first < value.length) {
      this.#tell(all.slice(0, all.length - undated.length));
      return;
    }
    const rest = all.slice(value.length);
    this.undated = rest.filter(({ date }) => date === "");
    const dated = rest.filter(({ date }) => date !== "");
    if (dated.length > 0) this.#tell([...value, ...dated]);
  };

  #tell(value: readonly Holiday[]): void {
    this.value = value;
    this.dispatchEvent(new Event("change"));
  }
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
    ${date === "" ? html`<p class="fault" role="alert">${holidays.undated}</p>` : nothing}
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
