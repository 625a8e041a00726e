import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import { Affect } from "../../protocol/mood.ts";
import type { BlockTarget } from "../../store/library-tables.ts";
import type { Appliance } from "../appliance.ts";
import { AnId } from "./library.ts";
import { hereOnly } from "./loopback.ts";

const MOST_AT_ONCE = 1_000;
const AnArtist = Type.String({ minLength: 1, maxLength: 200 });

const Correction = Type.Object(
  {
    tracks: Type.Array(AnId, { minItems: 1, maxItems: MOST_AT_ONCE }),
    point: Type.Union([Affect, Type.Null()]),
  },
  { additionalProperties: false },
);

const Block = Type.Union([
  Type.Object({ track: AnId }, { additionalProperties: false }),
  Type.Object({ artist: AnArtist }, { additionalProperties: false }),
]);

/** What people say of songs, for many at once: where they stand, and that they are not wanted. */
export const correctionRoutes: FastifyPluginAsyncTypebox<{ appliance: Appliance }> = async (
  server,
  { appliance },
) => {
  const { library } = appliance.store;

  server.addHook("onRequest", hereOnly("Songs are corrected and blocked on the appliance itself."));

  server.post("/api/library/corrections", { schema: { body: Correction } }, async (request) => {
    const { tracks, point } = request.body;
    const changed = await library.correct(tracks, point);
    await appliance.programme.choiceChanged();
    return { changed };
  });

  server.get("/api/library/blocks", async () => library.blocks());

  const block = async (target: BlockTarget, blocked: boolean) => {
    await library.block(target, blocked);
    await appliance.programme.choiceChanged();
  };

  server.post("/api/library/blocks", { schema: { body: Block } }, async (request, reply) => {
    if ("track" in request.body && !(await library.track(request.body.track)))
      return reply.code(404).send({ error: "There is no such track." });
    await block(request.body, true);
    return reply.code(204).send();
  });

  server.delete("/api/library/blocks", { schema: { querystring: Block } }, async (request, reply) => {
    await block(request.query, false);
    return reply.code(204).send();
  });
};
