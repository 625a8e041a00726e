/** What may differ from row to row, and the values that each may have. */
export type Dimensions = Readonly<Record<string, readonly string[]>>;
export type Row<D extends Dimensions> = { readonly [name in keyof D]: D[name][number] };

/**
 * Few rows in which each value of a dimension meets each value of every other one at least once: most faults take two
 * that meet, and all of them together would be thousands of pictures. Row by row: a pair that no row has yet, and beside
 * it what makes the most new ones.
 */
export function pairwise<D extends Dimensions>(dimensions: D): readonly Row<D>[] {
  const open = new Set(pairsOf(dimensions));
  const used = new Map<string, number>();
  const rows: Row<D>[] = [];
  for (let pair = first(open); pair !== undefined; pair = first(open)) {
    const row: Record<string, string> = Object.fromEntries(JSON.parse(pair) as [string, string][]);
    for (const name of Object.keys(dimensions)) {
      if (name in row) continue;
      const worth = (value: string) => {
        const pairs = pairsIn({ ...row, [name]: value });
        const gain = pairs.filter((each) => open.has(each)).length;
        // Where it is all the same, what was seldom together: else most rows would have the same two or three.
        return gain - pairs.reduce((sum, each) => sum + (used.get(each) ?? 0), 0) / 10_000;
      };
      row[name] = (dimensions[name] ?? []).reduce((best, value) =>
        worth(value) > worth(best) ? value : best,
      );
    }
    for (const each of pairsIn(row)) {
      open.delete(each);
      used.set(each, (used.get(each) ?? 0) + 1);
    }
    rows.push(row as Row<D>);
  }
  return rows;
}

/** All that there are. */
export function pairsOf(dimensions: Dimensions): readonly string[] {
  const all = Object.entries(dimensions).flatMap(([name, values]) =>
    values.map((value) => [name, value] as const),
  );
  return all.flatMap(([name, value]) =>
    all
      .filter(([other]) => other > name)
      .map(([other, its]) => pairsIn({ [name]: value, [other]: its })[0] ?? ""),
  );
}

/** Those that a row has. */
export function pairsIn(row: Readonly<Record<string, string>>): readonly string[] {
  const all = Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1));
  return all.flatMap((one, n) => all.slice(n + 1).map((other) => JSON.stringify([one, other])));
}

const first = (open: ReadonlySet<string>): string | undefined => open.values().next().value;
