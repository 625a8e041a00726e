import { html } from "lit";
import type { Holiday, OpenSpan, QuietSpan, TemporaryStop, VolumeRange } from "../../../protocol/hours.ts";
import type { Affect, Daypart, PolicyByMood } from "../../../protocol/mood.ts";
import type { Option } from "../../facts/option.ts";
import { type SettingSchema, settingKind } from "../../facts/setting-kind.ts";
import { settingsWords } from "../../words/settings-words.ts";
import { daypartsField } from "./dayparts-field.ts";
import type { Field } from "./field.ts";
import { in24Hours } from "./in-24-hours.ts";
import { policiesField } from "./mood-fields.ts";
import {
  choiceField,
  choicesField,
  numberField,
  selectField,
  shareField,
  switchField,
  textField,
  timeField,
} from "./plain-fields.ts";
import { rangeField } from "./range-field.ts";
import { openSpansField, quietSpansField } from "./span-fields.ts";
import { stopField } from "./stop-field.ts";

/**
 * The editor that suits a setting's schema. The daemon has checked every value against the
 * same schema, so its shape is known by the kind. A page that shows points, holidays and lists of
 * texts brings those elements: the others need not load them.
 */
export function settingField(
  field: Field<unknown>,
  schema: SettingSchema,
  options: readonly Option[] | null,
) {
  const as = <Value>(): Field<Value> => field as Field<Value>;
  if (options !== null)
    return selectField({
      ...{ ...field, value: String(field.value ?? ""), options },
      change: (value) => field.change(value === "" ? null : value),
    });
  const kind = settingKind(schema);
  switch (kind.kind) {
    case "switch":
      return switchField(as<boolean>());
    case "choice":
      return choiceField({ ...as<string | null>(), values: kind.values });
    case "choices":
      return choicesField({
        ...{ ...as<readonly string[]>(), values: kind.values },
        ...(field.id === "screenLanguages" && { first: settingsWords.atRest }),
      });
    case "share":
      return shareField({ ...as<number>(), least: kind.least, most: kind.most });
    case "number":
      return numberField({ ...field, kind, unit: schema.unit });
    case "time":
      return html`<div class="span">
        ${timeField({ ...as<string | null>(), mayBeEmpty: kind.mayBeEmpty })} ${in24Hours(as<string | null>().value)}
      </div>`;
    case "text":
      return textField({ ...as<string | null>(), longest: kind.longest, mayBeEmpty: kind.mayBeEmpty });
    case "texts":
      return textsField({ ...as<readonly string[]>(), longest: kind.longest, most: kind.most });
    case "affect":
      return pointField(as<Affect>());
    case "range":
      return rangeField(as<VolumeRange>());
    case "policies":
      return policiesField(as<PolicyByMood>());
    case "stop":
      return stopField(as<TemporaryStop | null>());
    case "open-spans":
      return openSpansField({ ...as<readonly OpenSpan[]>(), most: kind.most });
    case "quiet-spans":
      return quietSpansField({ ...as<readonly QuietSpan[]>(), most: kind.most });
    case "holidays":
      return holidaysField({ ...as<readonly Holiday[]>(), most: kind.most });
    case "dayparts":
      return daypartsField({ ...as<readonly Daypart[]>(), most: kind.most });
    case "zones":
      return zonesField(as<readonly unknown[]>());
    case "unknown":
      return html`<p class="soft">${settingsWords.unknown}</p>`;
  }
}

function textsField({
  id,
  label,
  value,
  change,
  longest,
  most,
}: Field<readonly string[]> & { longest: number; most: number }) {
  return html`<text-list
    data-testid=${id}
    .label=${label}
    .value=${value}
    .longest=${longest}
    .most=${most}
    @change=${(event: Event) => change((event.target as HTMLElement & { value: readonly string[] }).value)}
  ></text-list>`;
}

function holidaysField({ id, value, change, most }: Field<readonly Holiday[]> & { most: number }) {
  return html`<holidays-field
    .name=${id}
    .value=${value}
    .most=${most}
    @change=${(event: Event) => change((event.target as HTMLElement & { value: readonly Holiday[] }).value)}
  ></holidays-field>`;
}

/** They are drawn on the picture. */
function zonesField({ id, value }: Field<readonly unknown[]>) {
  const { zones } = settingsWords;
  return html`<p class="line">${zones.count(value.length)} <a data-testid=${id} href="/camera">${zones.draw}</a></p>`;
}

function pointField({ id, label, value, change }: Field<Affect>) {
  return html`<point-field
    data-testid=${id}
    .label=${label}
    .value=${value}
    @change=${(event: Event) => change((event.target as HTMLElement & { value: Affect }).value)}
  ></point-field>`;
}
