import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { FastifyReply } from "fastify";
import type { CsvDialect } from "./csv-dialect.ts";

export interface CsvFile {
  name: string;
  columns: readonly string[];
  rows: AsyncIterable<readonly (string | number | null)[]>;
  dialect: CsvDialect;
}

/**
 * Rows as a file to take away, sent as they come. RFC 4180; with a byte order mark, without which Excel takes UTF-8 for
 * something else; and with an apostrophe before what a spreadsheet would run as a formula: titles come from strangers.
 * Also within a field, behind what another spreadsheet takes for the end of one.
 */
export function sendCsv(reply: FastifyReply, { name, columns, rows, dialect }: CsvFile): FastifyReply {
  const csv = stringify({
    bom: true,
    header: true,
    columns: [...columns],
    delimiter: dialect.separator,
    cast: {
      number: (value) => String(value).replace(".", dialect.decimal),
      // One of its own, which would be taken for ours, gets another.
      string: (value) => value.replace(armedWithin, "$1'$2").replace(disarmed, "'$&"),
    },
    escape_formulas: true,
    record_delimiter: "windows",
  });
  const source = Readable.from(rows);
  // What breaks off says so by breaking off: the length was never told, and half a report must not look whole.
  source.on("error", (error) => csv.destroy(error));
  csv.on("close", () => source.destroy());
  return reply
    .type("text/csv; charset=utf-8")
    .header("content-disposition", `attachment; filename="${name}"`)
    .header("vary", "accept-language")
    .send(source.pipe(csv));
}

/** What the library for CSV puts an apostrophe before, with one or more before it. */
const disarmed = /^'+[=+\-@\t\r＝＋－＠]/;
/** The same behind the separator of a spreadsheet in another language, apostrophes or not. */
const armedWithin = /([;,]"*)('*[=+\-@＝＋－＠])/g;

/** As it was before it was written by `sendCsv`. */
export function withoutApostrophes(field: string): string {
  const whole = disarmed.test(field) ? field.slice(1) : field;
  return whole.replace(/([;,]"*)'('*[=+\-@＝＋－＠])/g, "$1$2");
}
