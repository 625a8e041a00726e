import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import { readCover } from "../../library/cover.ts";
import type { Appliance } from "../appliance.ts";

const TrackId = Type.Object({ id: Type.String({ pattern: "^[0-9a-f-]{36}$" }) });

/** Tracks, their covers, the history, and a scan on request. */
export const libraryRoutes: FastifyPluginAsyncTypebox<{ appliance: Appliance }> = async (
  server,
  { appliance },
) => {
  const { library, plays } = appliance.store;

  const ListQuery = Type.Partial(
    Type.Object({
      search: Type.String({ maxLength: 200 }),
      limit: Type.Integer({ minimum: 1, maximum: 500 }),
      offset: Type.Integer({ minimum: 0 }),
    }),
  );
  server.get("/api/tracks", { schema: { querystring: ListQuery } }, async (request) => {
    const { search, limit = 50, offset = 0 } = request.query;
    return library.list({ search: search?.trim() || null, limit, offset });
  });

  server.get("/api/tracks/:id", { schema: { params: TrackId } }, async (request, reply) => {
    const track = await library.track(request.params.id);
    return track ?? reply.code(404).send({ error: "There is no such track." });
  });

  const CoverQuery = Type.Partial(Type.Object({ side: Type.Integer({ minimum: 32, maximum: 1024 }) }));
  server.get(
    "/api/tracks/:id/cover",
    { schema: { params: TrackId, querystring: CoverQuery } },
    async (request, reply) => {
      const { id } = request.params;
      const [track, path] = await Promise.all([library.track(id), library.path(id)]);
      const cover =
        track?.cover && path ? await readCover(path, track.cover, request.query.side ?? 600) : null;
      if (!cover) return reply.code(404).send({ error: "This track has no cover." });
      return reply
        .headers({ "content-type": cover.type, "cache-control": "private, max-age=86400" })
        .send(cover.bytes);
    },
  );

  const PlaysQuery = Type.Partial(Type.Object({ limit: Type.Integer({ minimum: 1, maximum: 500 }) }));
  server.get("/api/plays", { schema: { querystring: PlaysQuery } }, async (request) =>
    plays.recent(request.query.limit ?? 50),
  );

  server.post("/api/library/scan", async (_request, reply) => {
    void appliance.library.scan();
    return reply.code(202).send();
  });
};
