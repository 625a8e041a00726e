import { settingsWords } from "../words/settings-words.ts";
import type { Option } from "./option.ts";

/** As `/api/outputs` tells one. */
export interface SpeakerTold {
  name: string;
  title: string;
  kind?: string | null;
}

/** The speakers to choose from, as somebody knows them; one that is set and not among them stays as it was written. */
export function speakerOptions(speakers: readonly SpeakerTold[], chosen: string): readonly Option[] {
  const known = speakers.some(({ name }) => name === chosen);
  const all = known ? speakers : [...speakers, { name: chosen, title: chosen }];
  return all.map((speaker) => {
    const { name } = speaker;
    const own = (settingsWords.speakers as Readonly<Record<string, string>>)[name];
    if (own !== undefined) return { value: name, text: own };
    const text = textOf(speaker);
    return text === name ? { value: name, text } : { value: name, text, detail: name };
  });
}

function textOf({ title, kind }: SpeakerTold): string {
  const called = (settingsWords.speakerKinds as Readonly<Record<string, string>>)[kind ?? ""];
  return called === undefined || title.toLowerCase().includes(called.toLowerCase())
    ? title
    : `${called}: ${title}`;
}
