/** Forms of a word by count; `#` stands for the count. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** "one face", "2 faces": the form that a language takes for a count, of which Arabic has six. */
export function pluralIn(tag: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(tag);
  const number = new Intl.NumberFormat(tag);
  return (count, forms) =>
    (forms[rules.select(count)] ?? forms.other).replaceAll("#", () => number.format(count));
}

/** A share of 1 in per cent. */
export function percentIn(tag: string): (share: number) => string {
  const format = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 });
  return (share) => format.format(share);
}
