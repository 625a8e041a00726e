import { settingsWords } from "../words/settings-words.ts";

/** The time zones that the browser knows, the one that holds among them; the first one is the machine's own. */
export function timeZones(value: string | null): readonly { value: string; text: string }[] {
  const known = Intl.supportedValuesOf("timeZone");
  const all = value === null || known.includes(value) ? known : [value, ...known];
  return [
    { value: "", text: settingsWords.machineTime },
    ...all.map((zone) => ({ value: zone, text: zone.replaceAll("_", " ") })),
  ];
}
