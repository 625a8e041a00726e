import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { FastifyReply } from "fastify";

/**
 * Rows as a file to take away, sent as they come. RFC 4180; with a byte order mark, without which Excel takes UTF-8 for
 * something else; and with an apostrophe before what a spreadsheet would run as a formula: titles come from strangers.
 */
export function sendCsv(
  reply: FastifyReply,
  name: string,
  columns: readonly string[],
  rows: AsyncIterable<readonly (string | number | null)[]>,
): FastifyReply {
  const csv = stringify({
    bom: true,
    header: true,
    columns: [...columns],
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
    .send(source.pipe(csv));
}

/** As it was before it was written by `sendCsv`. */
export function withoutApostrophe(field: string): string {
  return field.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, "");
}
