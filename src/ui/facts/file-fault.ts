import { translated } from "../languages/tables.ts";
import { fileFaults as english, type FileFaults } from "../words/file-fault-words.ts";
import { alsoKnow } from "./refused.ts";

type Kind = Exclude<keyof FileFaults, "theFile">;

let words: FileFaults = english;

translated<FileFaults>(
  english,
  {
    de: () => import("../languages/de/file-faults.ts"),
    fr: () => import("../languages/fr/file-faults.ts"),
    es: () => import("../languages/es/file-faults.ts"),
    hi: () => import("../languages/hi/file-faults.ts"),
    ar: () => import("../languages/ar/file-faults.ts"),
    zh: () => import("../languages/zh/file-faults.ts"),
  },
  (table) => {
    words = table;
  },
);

/** What stands for a part of a sentence, and is a word of the table too. */
const PARTS = ["problem", "columns", "when"] as const satisfies readonly Kind[];
const HOLE = /\{(\w+)\}/g;

interface Known {
  pattern: RegExp;
  /** The same sentence in another language, with the same holes. */
  in: (words: FileFaults) => string;
}

let all: readonly Known[] | null = null;

/** What the daemon says of a file, a folder or a stick, in the page's language; null for what this page does not know. */
export function fileFault(sentence: string): string | null {
  // English is what the daemon said, to its last word.
  if (words === english) return null;
  all ??= known();
  for (const { pattern, in: told } of all) {
    const found = pattern.exec(sentence);
    if (found === null) continue;
    return told(words).replaceAll(HOLE, (_, hole: string) => {
      const name = found.groups?.[hole] ?? "";
      return name === english.theFile ? words.theFile : name;
    });
  }
  return null;
}

alsoKnow(fileFault);

/** Every sentence, and one with a part of the table's once for each that may stand there. */
function known(): readonly Known[] {
  const plain = (Object.keys(english) as (keyof FileFaults)[])
    .filter((kind) => kind !== "theFile" && !PARTS.some((part) => part === kind))
    .flatMap((kind) => namesIn(kind as Kind).map((name) => wordOf(kind as Kind, name)));
  return plain.flatMap(withParts).map((told) => ({ pattern: patternOf(told(english)), in: told }));
}

type Told = (words: FileFaults) => string;

const namesIn = (kind: Kind): readonly string[] => Object.keys(english[kind]);
const wordOf =
  (kind: Kind, name: string): Told =>
  (words) =>
    (words[kind] as Readonly<Record<string, string>>)[name] ?? "";

function withParts(told: Told): readonly Told[] {
  const part = PARTS.find((one) => told(english).includes(`{${one}}`));
  if (part === undefined) return [told];
  return namesIn(part).map(
    (name): Told =>
      (words) =>
        told(words).replace(`{${part}}`, () => wordOf(part, name)(words)),
  );
}

function patternOf(sentence: string): RegExp {
  const [first = "", ...rest] = sentence.split(HOLE);
  const source = rest.map((part, index) => (index % 2 === 0 ? `(?<${part}>.*?)` : escaped(part))).join("");
  // Names of files may have line ends in them.
  return new RegExp(`^(?:${escaped(first)}${source})$`, "s");
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
