export interface Row {
  scenario: string;
  /** How often it was done. */
  times: number;
  /** The longest one; null where nobody listened. */
  silenceS: number | null;
  /** What it may be. */
  allowedS: number | null;
  result: "passed" | "failed" | "left to --long";
  /** Of the host's time. */
  tookS: number;
}

const seconds = (value: number | null, digits: number) =>
  value === null ? "—" : `${value.toFixed(digits)} s`;

/** For people. */
export function table(rows: readonly Row[]): string {
  const lines = [
    ["scenario", "times", "longest silence", "allowed", "result", "took"],
    ...rows.map(({ scenario, times, silenceS, allowedS, result, tookS }) => [
      scenario,
      String(times),
      seconds(silenceS, 1),
      seconds(allowedS, 1),
      result,
      seconds(tookS, 0),
    ]),
  ];
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
