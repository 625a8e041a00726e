import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import { Affect } from "../../../protocol/mood.ts";
import type { Actor } from "../../../protocol/people.ts";
import type { Appliance } from "../../appliance.ts";
import { AnId, TrackId } from "./library.ts";

const MOST_AT_ONCE = 1_000;
const owner: Actor = { kind: "owner" };
const AnArtist = Type.String({ minLength: 1, maxLength: 200 });

const Correction = Type.Object(
  {
    tracks: Type.Array(AnId, { minItems: 1, maxItems: MOST_AT_ONCE }),
    point: Type.Union([Affect, Type.Null()]),
    /** Only those that have this word yet: whatever somebody said of a song since stays. */
    still: Type.Optional(Type.Union([Affect, Type.Null()])),
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

  server.post("/api/library/corrections", { schema: { body: Correction } }, async (request) => {
    const { tracks, point, still } = request.body;
    const changed = await library.correct(tracks, point, "person", still);
    appliance.library.placed();
    await appliance.programme.choiceChanged();
    return { changed };
  });

  server.get("/api/library/blocks", async () => library.blocks());

  server.post("/api/library/blocks", { schema: { body: Block } }, async (request, reply) => {
    const { corrections } = appliance.programme;
    if ("artist" in request.body) await corrections.blockArtist(request.body.artist, owner);
    else {
      const refused = await corrections.block(request.body.track, "song", owner);
      if (refused !== null) return reply.code(404).send({ error: refused });
    }
    return reply.code(204).send();
  });

  server.delete("/api/library/blocks", { schema: { querystring: Block } }, async (request, reply) => {
    await appliance.programme.corrections.allow(request.query);
    await appliance.programme.choiceChanged();
    return reply.code(204).send();
  });

  /** One of the state's `corrections`, whoever said it. */
  server.delete("/api/library/corrections/:id", { schema: { params: TrackId } }, async (request, reply) => {
    const refused = await appliance.programme.corrections.undo(request.params.id, owner);
    return refused === null ? reply.code(204).send() : reply.code(404).send({ error: refused });
  });
};
