import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import type { Appliance } from "../../appliance.ts";
import { fewAtOnce } from "../guard/few-at-once.ts";
import { sendCsv } from "./csv.ts";
import { dialectOf, Separator } from "./csv-dialect.ts";
import { dayAfter, dayOf, firstOfMonth, startOfDay, utcTime, wallTime } from "./local-day.ts";

const ROWS_PER_PAGE = 200;
const Day = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });
const Span = Type.Partial(Type.Object({ from: Day, to: Day, separator: Separator }));
const columns = ["title", "artists", "album", "isrc", "start", "start_utc", "seconds"];

/** What was played when, for collecting societies. */
export const playsReportRoutes: FastifyPluginAsyncTypebox<{ appliance: Appliance }> = async (
  server,
  { appliance },
) => {
  const { plays } = appliance.store;

  server.addHook("onRequest", fewAtOnce());

  server.get("/api/plays.csv", { schema: { querystring: Span } }, async (request, reply) => {
    const { to = dayOf(Date.now()), separator } = request.query;
    const { from = firstOfMonth(to) } = request.query;
    const [begin, end] = [startOfDay(from), dayAfter(to)];
    if (begin === null || end === null)
      return reply.code(400).send({ error: "There is no such day: days are written as 2026-11-30." });
    if (end <= begin)
      return reply.code(400).send({ error: `The last day (${to}) comes before the first one (${from}).` });

    async function* rows(from: number, to: number) {
      for (let after: string | null = null; ; ) {
        const page = await plays.report({ from, to, after, limit: ROWS_PER_PAGE });
        for (const { title, artists, album, isrc, startedAt, heardMs } of page)
          yield [
            ...[title, artists.join("; "), album, isrc, wallTime(startedAt), utcTime(startedAt)],
            heardMs === null ? null : Math.round(heardMs / 1000),
          ];
        after = page.at(-1)?.id ?? null;
        if (page.length < ROWS_PER_PAGE || after === null) return;
      }
    }
    const dialect = dialectOf(separator, request.headers["accept-language"]);
    return sendCsv(reply, { name: `plays-${from}-to-${to}.csv`, columns, rows: rows(begin, end), dialect });
  });
};
