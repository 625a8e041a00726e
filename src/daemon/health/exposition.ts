/** Prometheus' text format, version 0.0.4: a family of samples with its kind and what it tells. */
export interface Family {
  /** In base units, which the name ends with; what only grows ends with `_total`. */
  name: string;
  kind: "gauge" | "counter";
  help: string;
  samples: readonly { labels?: Readonly<Record<string, string>>; value: number }[];
}

export const contentType = "text/plain; version=0.0.4; charset=utf-8";

/** A family without samples is left out: what is not known has no number. */
export function exposition(families: readonly Family[]): string {
  return families.flatMap(linesOf).join("");
}

function linesOf({ name, kind, help, samples }: Family): string[] {
  if (samples.length === 0) return [];
  return [
    `# HELP ${name} ${help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}\n`,
    `# TYPE ${name} ${kind}\n`,
    ...samples.map(({ labels = {}, value }) => `${name}${labelsOf(labels)} ${value}\n`),
  ];
}

function labelsOf(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function escaped(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
