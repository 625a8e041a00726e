export interface Row {
  scenario: string;
  result: "held" | "failed";
  seconds: number;
  /** Where it was listened for. */
  silenceS: number | null;
}

/** For people: scenario, whether it held, how long it took, the longest silence. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map(({ scenario, result, seconds, silenceS }) => [
    scenario,
    result,
    `${Math.round(seconds)} s`,
    silenceS === null ? "—" : `${silenceS.toFixed(1)} s`,
  ]);
  const lines = [["scenario", "result", "took", "longest silence"], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
