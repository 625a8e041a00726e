import { html } from "lit";
import { live } from "lit/directives/live.js";
import type { Daypart } from "../../../protocol/mood.ts";
import { settingsWords } from "../../words/settings-words.ts";
import { words } from "../../words/words.ts";
import type { Field } from "./field.ts";
import { moodField, policiesField, policyField } from "./mood-fields.ts";
import { selectField } from "./plain-fields.ts";
import { rangeField } from "./range-field.ts";
import { daysField, type EntryField, listField, spanField } from "./span-fields.ts";

const LONGEST_NAME = 60;
/** How lively songs may be: the limits that have names. */
const LIVELY = [-0.5, -0.25, 0, 0.25, 0.5, 0.75];

/** Parts of the day with ways of their own. */
export function daypartsField(field: Field<readonly Daypart[]> & { most: number }) {
  const { dayparts } = settingsWords;
  return listField({
    ...field,
    make: (): Daypart => ({
      ...{ name: dayparts.new, days: [1, 2, 3, 4, 5, 6, 0], from: "18:00", to: "23:00" },
      ...{ affect: null, policy: null, policyByMood: {}, allowExplicit: null, highestArousal: null },
    }),
    words: { add: dayparts.add, none: dayparts.none },
    entry: daypartEntry,
  });
}

function daypartEntry({ id, value, change, remove }: EntryField<Daypart>) {
  const { dayparts, days } = settingsWords;
  const set = (part: Partial<Daypart>): void => change({ ...value, ...part });
  const one = (part: string, label: string) => ({ id: `${id}-${part}`, label });
  return html`
    <input
      type="text"
      autocomplete="off"
      maxlength=${LONGEST_NAME}
      data-testid="${id}-name"
      aria-label=${dayparts.name}
      .value=${live(value.name)}
      @change=${(event: Event) => set({ name: (event.target as HTMLInputElement).value.trim() })}
    />
    ${daysField({
      ...{ id, label: days, value: value.days, remove },
      change: (chosen) => set({ days: [...chosen] }),
    })}
    ${spanField({ id, label: value.name, value, change })}
    <div class="pairs">
      ${pair(
        dayparts.usual,
        moodField({
          ...one("usual", dayparts.usual),
          value: value.affect,
          change: (affect) => set({ affect }),
        }),
      )}
      ${pair(
        dayparts.policy,
        policyField({
          ...one("policy", dayparts.policy),
          otherwise: dayparts.asElsewhere,
          value: value.policy,
          change: (policy) => set({ policy }),
        }),
      )}
      ${pair(dayparts.explicit, explicitField({ ...one("explicit", dayparts.explicit), value, change }))}
      ${pair(dayparts.liveliest, livelyField({ ...one("lively", dayparts.liveliest), value, change }))}
      ${pair(dayparts.volume, volumeField({ ...one("volume", dayparts.volume), value, change }))}
    </div>
    ${value.volume === undefined ? "" : rangeField({ ...one("range", dayparts.volume), value: value.volume, change: (volume) => set({ volume }) })}
    <details>
      <summary>${dayparts.byMood}</summary>
      ${policiesField({
        ...one("moods", dayparts.byMood),
        value: value.policyByMood,
        change: (policyByMood) => set({ policyByMood }),
      })}
    </details>
  `;
}

const pair = (text: string, field: unknown) => html`<div class="pair"><span>${text}</span>${field}</div>`;

function explicitField({ value, change, ...field }: Field<Daypart>) {
  const { asElsewhere, allowed, forbidden } = settingsWords.dayparts;
  return selectField({
    ...field,
    value: String(value.allowExplicit),
    options: [
      { value: "null", text: asElsewhere },
      { value: "true", text: allowed },
      { value: "false", text: forbidden },
    ],
    change: (chosen) => change({ ...value, allowExplicit: chosen === "null" ? null : chosen === "true" }),
  });
}

function livelyField({ value, change, ...field }: Field<Daypart>) {
  const { anyLively, limits, upTo } = settingsWords.dayparts;
  const named = (limit: number): string =>
    (limits as Readonly<Record<string, string>>)[limit] ?? upTo(words.controls.percent(limit));
  const { highestArousal } = value;
  const known =
    highestArousal === null || LIVELY.includes(highestArousal) ? LIVELY : [...LIVELY, highestArousal];
  return selectField({
    ...field,
    value: String(highestArousal),
    options: [
      { value: "null", text: anyLively },
      ...known.toSorted((a, b) => a - b).map((each) => ({ value: String(each), text: named(each) })),
    ],
    change: (chosen) => change({ ...value, highestArousal: chosen === "null" ? null : Number(chosen) }),
  });
}

function volumeField({ value, change, ...field }: Field<Daypart>) {
  const { asElsewhere, ownRange } = settingsWords.dayparts;
  return selectField({
    ...field,
    value: value.volume === undefined ? "" : "own",
    options: [
      { value: "", text: asElsewhere },
      { value: "own", text: ownRange },
    ],
    change: (chosen) => {
      const { volume: _, ...rest } = value;
      change(chosen === "" ? rest : { ...rest, volume: { floor: 0, ceiling: 0.6 } });
    },
  });
}
