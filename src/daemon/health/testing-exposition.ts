/** For tests: a reader of Prometheus' text format that throws at whatever its description does not allow. */
export interface ParsedFamily {
  kind: string;
  help: string;
  samples: { labels: Record<string, string>; value: number }[];
}

const metricName = "[a-zA-Z_:][a-zA-Z0-9_:]*";
const helpLine = new RegExp(`^# HELP (${metricName}) (.*)$`);
const typeLine = new RegExp(`^# TYPE (${metricName}) (counter|gauge|histogram|summary|untyped)$`);
const sampleLine = new RegExp(`^(${metricName})(?:\\{(.*)\\})? (\\S+)$`);
const label = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\\\|\\"|\\n)*)"(?:,|$)/;
const number = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

export function parseExposition(text: string): Map<string, ParsedFamily> {
  if (!text.endsWith("\n")) throw new Error("The last line has no end.");
  const families = new Map<string, ParsedFamily>();
  let current: [string, ParsedFamily] | null = null;
  let help: [string, string] | null = null;
  for (const line of text.slice(0, -1).split("\n")) {
    const [, helped, words = ""] = helpLine.exec(line) ?? [];
    const [, typed, kind = ""] = typeLine.exec(line) ?? [];
    if (helped !== undefined) help = [helped, unescaped(words)];
    else if (typed !== undefined) {
      if (families.has(typed)) throw new Error(`${typed} comes twice.`);
      if (help?.[0] !== typed) throw new Error(`${typed} has no help before its type.`);
      current = [typed, { kind, help: help[1], samples: [] }];
      families.set(...current);
    } else {
      const [, name, labels = "", value = ""] = sampleLine.exec(line) ?? [];
      if (name === undefined) throw new Error(`This is no line of the format: ${line}`);
      if (current?.[0] !== name) throw new Error(`${name} stands outside its family.`);
      if (!number.test(value)) throw new Error(`${name} has no number: ${value}`);
      current[1].samples.push({ labels: labelsIn(labels), value: Number(value) });
    }
  }
  for (const [name, { samples }] of families) {
    const told = new Set(samples.map(({ labels }) => JSON.stringify(Object.entries(labels).sort())));
    if (told.size !== samples.length || samples.length === 0)
      throw new Error(`${name} has no samples, or the same labels twice.`);
  }
  return families;
}

function labelsIn(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (let rest = text; rest !== ""; ) {
    const [whole, name, value = ""] = label.exec(rest) ?? [];
    if (whole === undefined || name === undefined) throw new Error(`These are no labels: ${rest}`);
    if (name in labels) throw new Error(`The label ${name} comes twice.`);
    labels[name] = unescaped(value);
    rest = rest.slice(whole.length);
  }
  return labels;
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, (_, letter: string) => (letter === "n" ? "\n" : letter));
}
