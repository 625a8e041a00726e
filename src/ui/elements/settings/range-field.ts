import { html } from "lit";
import type { VolumeRange } from "../../../protocol/hours.ts";
import { settingsWords } from "../../words/settings-words.ts";
import type { Field } from "./field.ts";
import { shareField } from "./plain-fields.ts";

/** How quiet and how loud. */
export function rangeField({ id, value, change }: Field<VolumeRange>) {
  const { hours } = settingsWords;
  return html`<div class="pairs">
    ${(["floor", "ceiling"] as const).map(
      (end) => html`<div class="pair">
        <span>${hours[end]}</span>
        ${shareField({
          ...{ id: `${id}-${end}`, label: hours[end], value: value[end] },
          change: (share) => change({ ...value, [end]: share }),
        })}
      </div>`,
    )}
  </div>`;
}
