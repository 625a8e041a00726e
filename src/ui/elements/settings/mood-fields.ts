import { html } from "lit";
import { labelPoints } from "../../../protocol/circumplex.ts";
import type { Affect, MoodLabel, Policy, PolicyByMood } from "../../../protocol/mood.ts";
import { sameValue } from "../../facts/same-value.ts";
import { settingsWords } from "../../words/settings-words.ts";
import { words } from "../../words/words.ts";
import type { Field } from "./field.ts";
import { selectField } from "./plain-fields.ts";

const LABELS = Object.keys(labelPoints) as MoodLabel[];
const POLICIES: readonly Policy[] = ["match", "lift", "calm", "energise", "glide"];
/** What a select says for "none of these". */
const NONE = "";
const OWN = "own";

/** One of the policies, or what holds otherwise. */
export function policyField({ otherwise, ...field }: Field<Policy | null> & { otherwise: string }) {
  return selectField({
    ...field,
    value: field.value ?? NONE,
    options: [
      { value: NONE, text: otherwise },
      ...POLICIES.map((value) => ({ value, text: words.wishes.policies[value] })),
    ],
    change: (value) => field.change(value === NONE ? null : (value as Policy)),
  });
}

/** A policy for single moods; those that are not named take what holds otherwise. */
export function policiesField({ id, value, change }: Field<PolicyByMood>) {
  return html`<div class="pairs">
    ${LABELS.map(
      (mood) => html`<div class="pair">
        <span>${words.music[mood]}</span>
        ${policyField({
          ...{ id: `${id}-${mood}`, label: words.music[mood], value: value[mood] ?? null },
          otherwise: settingsWords.policies.asAbove,
          change: (policy) => {
            const { [mood]: _, ...rest } = value;
            change(policy === null ? rest : { ...rest, [mood]: policy });
          },
        })}
      </div>`,
    )}
  </div>`;
}

/** One of the six moods, or what holds otherwise; a point of somebody's own stays as it is. */
export function moodField({ value, change, ...field }: Field<Affect | null>) {
  const { asElsewhere, ownPoint } = settingsWords.dayparts;
  const named = value === null ? NONE : (LABELS.find((mood) => sameValue(labelPoints[mood], value)) ?? OWN);
  return selectField({
    ...field,
    value: named,
    options: [
      { value: NONE, text: asElsewhere },
      ...LABELS.map((mood) => ({ value: mood, text: words.music[mood] })),
      ...(named === OWN ? [{ value: OWN, text: ownPoint }] : []),
    ],
    change: (chosen) => {
      if (chosen !== OWN) change(chosen === NONE ? null : labelPoints[chosen as MoodLabel]);
    },
  });
}
