import { Type } from "@fastify/type-provider-typebox";

/** How a spreadsheet takes a file that is opened by a double click: that goes by its language. */
export interface CsvDialect {
  separator: "," | ";" | "\t";
  decimal: "." | ",";
}

export const Separator = Type.Union(
  (["comma", "semicolon", "tab"] as const).map((name) => Type.Literal(name)),
);

const named: Readonly<Record<string, CsvDialect>> = {
  comma: { separator: ",", decimal: "." },
  semicolon: { separator: ";", decimal: "," },
  tab: { separator: "\t", decimal: "." },
};

/**
 * What was asked for; else as the browser's first language writes numbers: where they have a decimal comma, spreadsheets
 * part columns by semicolons. Programs, which say no language, get RFC 4180's commas.
 */
export function dialectOf(asked: string | undefined, acceptLanguage: string | undefined): CsvDialect {
  const [language = ""] = (acceptLanguage ?? "").split(/[,;]/);
  return named[asked ?? separatorOf(language.trim())] as CsvDialect;
}

function separatorOf(language: string): "comma" | "semicolon" {
  // Switzerland writes a point, and has Windows part lists by semicolons all the same.
  if (/-CH$/i.test(language)) return "semicolon";
  try {
    return new Intl.NumberFormat(language || "en").format(0.5).includes(",") ? "semicolon" : "comma";
  } catch {
    // No language that anybody knows (`*` among them).
    return "comma";
  }
}
