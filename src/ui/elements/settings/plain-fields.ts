import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { shownNumber, typedNumber, unitText } from "../../facts/number-field.ts";
import type { Option } from "../../facts/option.ts";
import type { SettingKind } from "../../facts/setting-kind.ts";
import { choiceName } from "../../facts/setting-text.ts";
import { settingsWords } from "../../words/settings-words.ts";
import { optionList } from "../option-list.ts";
import type { Field } from "./field.ts";
import "./share-slider.ts";

const typedIn = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

/** On or off. */
export function switchField({ id, label, value, change }: Field<boolean>) {
  const { on, off } = settingsWords;
  return html`<div class="chips" role="group" aria-label=${label}>
    ${[true, false].map(
      (wanted) => html`<button
        data-testid="${id}-${wanted ? "on" : "off"}"
        aria-pressed=${String(value === wanted)}
        @click=${() => change(wanted)}
      >
        ${wanted ? on : off}
      </button>`,
    )}
  </div>`;
}

/** One of a few. */
export function choiceField({
  id,
  label,
  value,
  change,
  values,
}: Field<string | null> & { values: readonly (string | null)[] }) {
  return html`<div class="chips" role="group" aria-label=${label}>
    ${values.map(
      (each) => html`<button
        data-testid="${id}-${each ?? "none"}"
        aria-pressed=${String(value === each)}
        @click=${() => change(each)}
      >
        ${each === null ? settingsWords.notSaid : choiceName(each)}
      </button>`,
    )}
  </div>`;
}

/** Any of a few, in the order in which they were chosen. `first` says of the first one what that makes it, where it matters. */
export function choicesField({
  id,
  label,
  value,
  change,
  values,
  first = (name) => name,
}: Field<readonly string[]> & { values: readonly string[]; first?: (name: string) => string }) {
  return html`<div class="chips" role="group" aria-label=${label}>
    ${values.map((each) => {
      const chosen = value.includes(each);
      return html`<button
        data-testid="${id}-${each}"
        aria-pressed=${String(chosen)}
        @click=${() => change(chosen ? value.filter((one) => one !== each) : [...value, each])}
      >
        ${each === value[0] ? first(choiceName(each)) : choiceName(each)}
      </button>`;
    })}
  </div>`;
}

/** One of many, or of those that have long names. */
export function selectField({
  id,
  label,
  value,
  change,
  options,
}: Field<string> & { options: readonly Option[] }) {
  const { detail } = options.find((option) => option.value === value) ?? {};
  return html`<select
    data-testid=${id}
    aria-label=${label}
    @change=${(event: Event) => change(typedIn(event))}
  >
    ${optionList(options, value)}
  </select>
  ${detail === undefined ? nothing : html`<p class="soft detail" dir="ltr">${detail}</p>`}`;
}

export function shareField({
  id,
  label,
  value,
  change,
  least = 0,
  most = 1,
}: Field<number> & { least?: number; most?: number }) {
  return html`<share-slider
    data-testid=${id}
    .label=${label}
    .value=${value}
    .least=${least}
    .most=${most}
    @change=${(event: Event) => change((event.target as HTMLElement & { value: number }).value)}
  ></share-slider>`;
}

/** A number with its unit. What is no number goes on as it was typed, and is told beside the field. */
export function numberField({
  id,
  label,
  value,
  change,
  unit,
  kind,
}: Field<unknown> & { unit: string | undefined; kind: SettingKind & { kind: "number" } }) {
  const { scale, mayBeEmpty, whole } = kind;
  const told = typeof value === "number" ? value / scale : null;
  const shown = told === null ? String(value ?? "") : shownNumber(told);
  const typed = (text: string): unknown => {
    if (text.trim() === "") return mayBeEmpty ? null : "";
    const number = typedNumber(text);
    return number === null ? text : Math.round(number * scale * 1e6) / 1e6;
  };
  return html`<div class="number">
    <input
      type="text"
      inputmode=${whole ? "numeric" : "decimal"}
      autocomplete="off"
      maxlength="20"
      size="8"
      data-testid=${id}
      aria-label=${label}
      placeholder=${mayBeEmpty ? settingsWords.empty : nothing}
      .value=${live(shown)}
      @change=${(event: Event) => change(typed(typedIn(event)))}
    />
    ${unit === undefined ? nothing : html`<span>${unitText(unit, told ?? 0)}</span>`}
  </div>`;
}

/** A browser tells every digit of a time as it is typed; so long after the last one it is what was meant. */
const TYPED_MS = 1_000;
/** By the fields' ids: what is half typed stays in its field, whatever renders it anew meanwhile. */
const typing = new Map<
  string,
  { text: string; timer: ReturnType<typeof setTimeout>; tell: (text: string) => void }
>();

function tellWhenTyped(id: string, text: string, tell: (text: string) => void): void {
  clearTimeout(typing.get(id)?.timer);
  typing.set(id, { text, timer: setTimeout(() => tellTyped(id), TYPED_MS), tell });
}

function tellTyped(id: string): void {
  const typed = typing.get(id);
  if (typed === undefined) return;
  clearTimeout(typed.timer);
  typing.delete(id);
  typed.tell(typed.text);
}

/** A time of day: told when it is typed, not with its first digit, which as an hour could close the music. */
export function timeField({
  id,
  label,
  value,
  change,
  mayBeEmpty = false,
}: Field<string | null> & { mayBeEmpty?: boolean }) {
  const tell = (typed: string): void => change(typed === "" && mayBeEmpty ? null : typed);
  // What else was changed meanwhile belongs to what is told then.
  const typed = typing.get(id);
  if (typed !== undefined) typed.tell = tell;
  return html`<input
    type="time"
    data-testid=${id}
    aria-label=${label}
    .value=${live(typed?.text ?? value ?? "")}
    @change=${(event: Event) => tellWhenTyped(id, typedIn(event), tell)}
    @blur=${() => tellTyped(id)}
    @keydown=${({ key }: KeyboardEvent) => {
      if (key === "Enter") tellTyped(id);
    }}
  />`;
}

export function textField({
  id,
  label,
  value,
  change,
  longest,
  mayBeEmpty,
}: Field<string | null> & { longest: number; mayBeEmpty: boolean }) {
  return html`<input
    type="text"
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    maxlength=${longest}
    data-testid=${id}
    aria-label=${label}
    placeholder=${mayBeEmpty ? settingsWords.empty : nothing}
    .value=${live(value ?? "")}
    @change=${(event: Event) => {
      const typed = typedIn(event).trim();
      change(typed === "" && mayBeEmpty ? null : typed);
    }}
  />`;
}
