/** Forms of a word by count; `#` stands for the count. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** "one face", "2 faces": the form that a language takes for a count, of which Arabic has six. */
export function pluralIn(tag: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(tag);
  const number = new Intl.NumberFormat(tag);
  return (count, forms) =>
    (forms[rules.select(count)] ?? forms.other).replaceAll("#", () => number.format(count));
}

/** A share of 1 in per cent, with so many digits behind the point. */
export function percentIn(tag: string, digits = 0): (share: number) => string {
  const format = new Intl.NumberFormat(tag, {
    ...{ style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits },
  } as const);
  return (share) => format.format(share);
}

/** A number by itself, its digits grouped as the language groups them. */
export function numberIn(tag: string): (value: number) => string {
  const format = new Intl.NumberFormat(tag);
  return (value) => format.format(value);
}

/** "covers, songs and playlists". */
export function listIn(tag: string): (parts: readonly string[]) => string {
  const format = new Intl.ListFormat(tag);
  return (parts) => format.format(parts);
}
