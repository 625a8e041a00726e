import type { ModelFigures } from "../model.ts";

/** The figures for people: both files beside each other, and the confusion of the last, which ships. */
export function modelTable(figures: readonly ModelFigures[]): string {
  const [first] = figures;
  const last = figures.at(-1);
  if (!first || !last) return "There is no model file.";
  const { set, images, facesFound, foundWithBorder, unreadable, leftOut, classes } = first;
  const row = (name: string, cell: (one: ModelFigures) => string): string =>
    `${name.padEnd(38)}${figures.map((one) => cell(one).padStart(12)).join("")}`;
  const beside =
    foundWithBorder > 0 ? `, ${foundWithBorder} of them only with a border around the picture` : "";
  return [
    `${set}: ${images} pictures, ${facesFound} faces found${beside}`,
    ...(unreadable.length > 0 ? [`Could not be decoded (${unreadable.length}): ${firstOf(unreadable)}`] : []),
    ...(Object.keys(leftOut).length > 0
      ? [
          `Left out, as the model has no such class: ${firstOf(Object.entries(leftOut).map(([name, count]) => `${name} (${count})`))}`,
        ]
      : []),
    "",
    row(first.model.version, ({ model }) => model.precision),
    row("accuracy, all faces found", ({ accuracy }) => percent(accuracy)),
    row("  mean of the recalls", ({ balancedAccuracy }) => percent(balancedAccuracy)),
    ...Object.keys(first.recall).map((name) =>
      row(`  recall of ${name}`, ({ recall }) => percent(recall[name])),
    ),
    row("calibration error (15 bins)", ({ ece }) => (ece === null ? "–" : ece.toFixed(3))),
    row("not read: abstained", ({ abstained }) => percent(abstained)),
    row("accuracy of those read", ({ accuracyOfRead }) => percent(accuracyOfRead)),
    row("ms a face, median", ({ p50Ms }) => String(p50Ms ?? "–")),
    row("  processor time, median", ({ cpuP50Ms }) => String(cpuP50Ms ?? "–")),
    row("ms a face, 99 % are faster", ({ p99Ms }) => String(p99Ms ?? "–")),
    row("size of the file, MB", ({ model }) => (model.bytes / 1e6).toFixed(2)),
    "",
    `${last.model.precision}: a row for each true class, a column for each that was named`,
    `${"".padEnd(10)}${classes.map((name) => name.slice(0, 8).padStart(9)).join("")}`,
    ...classes.map(
      (name, at) =>
        `${name.padEnd(10)}${(last.confusion[at] ?? []).map((count) => String(count).padStart(9)).join("")}`,
    ),
  ].join("\n");
}

const MOST_NAMED = 10;

function firstOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return names.slice(0, MOST_NAMED).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

function percent(share: number | null | undefined): string {
  return typeof share === "number" ? `${(100 * share).toFixed(1)} %` : "–";
}
