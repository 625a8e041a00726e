import { html } from "lit";
import { live } from "lit/directives/live.js";
import type { Option } from "../facts/option.ts";

/** What a `select` has to choose from. */
export function optionList(options: readonly Option[], value: string): unknown {
  const runs: { group: string | undefined; of: Option[] }[] = [];
  for (const option of options) {
    const run = runs.at(-1);
    if (run !== undefined && run.group === option.group) run.of.push(option);
    else runs.push({ group: option.group, of: [option] });
  }
  return runs.map(({ group, of }) => {
    const each = of.map(
      (option) =>
        html`<option value=${option.value} ?selected=${live(option.value === value)}>${option.text}</option>`,
    );
    return group === undefined ? each : html`<optgroup label=${group}>${each}</optgroup>`;
  });
}
