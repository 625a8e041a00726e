import type { Readable } from "node:stream";
import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import { labelOf } from "../../../mood/labels.ts";
import { moodNames } from "../../../protocol/mood-names.ts";
import type { Appliance } from "../../appliance.ts";
import { importCorrections } from "../../import-corrections.ts";
import { fewAtOnce } from "../guard/few-at-once.ts";
import { sendCsv } from "./csv.ts";
import { dialectOf, Separator } from "./csv-dialect.ts";

const ROWS_PER_PAGE = 200;
const Dialect = Type.Partial(Type.Object({ separator: Separator }));

/** Where people have put songs, as a file: to look at, to keep, and to bring to another Mien. */
export const correctionsFileRoutes: FastifyPluginAsyncTypebox<{ appliance: Appliance }> = async (
  server,
  { appliance },
) => {
  const { library } = appliance.store;

  // Whoever looks may have the file, and reads it as slowly as they like: that keeps nobody from bringing one.
  const taking = { schema: { querystring: Dialect }, onRequest: fewAtOnce() };
  const bringing = { config: { slowBody: true }, onRequest: fewAtOnce() };

  server.get("/api/library/corrections.csv", taking, async (request, reply) => {
    async function* rows() {
      for (let after = 0; ; ) {
        const page = await library.corrections(after, ROWS_PER_PAGE);
        for (const { track, title, artists, point } of page)
          yield [
            track,
            title,
            artists.join("; "),
            point.valence,
            point.arousal,
            moodNames[labelOf(point, null)],
          ];
        after = page.at(-1)?.seq ?? after;
        if (page.length < ROWS_PER_PAGE) return;
      }
    }
    const columns = ["track", "title", "artists", "valence", "arousal", "mood"];
    const dialect = dialectOf(request.query.separator, request.headers["accept-language"]);
    return sendCsv(reply, { name: "corrections.csv", columns, rows: rows(), dialect });
  });

  // As it comes, however long it is.
  server.addContentTypeParser("text/csv", (_request, payload, done) => done(null, payload));
  server.post("/api/library/corrections.csv", bringing, async (request, reply) => {
    if (!request.headers["content-type"]?.startsWith("text/csv"))
      return reply.code(415).send({ error: "Send the file as text/csv." });
    const answer = await importCorrections(request.body as Readable, library);
    if ("fault" in answer) return reply.code(400).send({ error: answer.fault });
    appliance.library.placed();
    await appliance.programme.choiceChanged();
    return answer;
  });
};
