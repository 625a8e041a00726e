import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import type { TrackFilter } from "../../../store/library-tables.ts";
import type { Appliance } from "../../appliance.ts";

/** Ids are UUIDs. */
export const AnId = Type.String({ pattern: "^[0-9a-f-]{36}$" });
export const TrackId = Type.Object({ id: AnId });
const Search = Type.String({ maxLength: 200 });
const Axis = Type.Number({ minimum: -1, maximum: 1 });
const Limit = Type.Integer({ minimum: 1, maximum: 500 });

const ListQuery = Type.Partial(
  Type.Object({
    search: Search,
    from: Type.Union(
      (["person", "guest", "tag", "playlist", "folder", "genre", "sound", "none"] as const).map((source) =>
        Type.Literal(source),
      ),
    ),
    valence: Axis,
    arousal: Axis,
    unplayable: Type.Boolean(),
    order: Type.Union([Type.Literal("title"), Type.Literal("newest")]),
    limit: Limit,
    // Nobody turns so many pages, and each one counts from the beginning.
    offset: Type.Integer({ minimum: 0, maximum: 10_000_000 }),
  }),
);

/** What there is: tracks one by one and in lists, what is said of them, languages, artists; and a scan on request. */
export const libraryRoutes: FastifyPluginAsyncTypebox<{ appliance: Appliance }> = async (
  server,
  { appliance },
) => {
  const { library, plays } = appliance.store;
  const unknown = { error: "There is no such track." };

  server.get("/api/library/tracks", { schema: { querystring: ListQuery } }, async (request, reply) => {
    const { search, from, valence, arousal, unplayable, order, limit = 50, offset = 0 } = request.query;
    if ((valence === undefined) !== (arousal === undefined))
      return reply.code(400).send({ error: "A point needs both valence and arousal." });
    const filter: TrackFilter = {
      ...(from !== undefined && { from }),
      ...(unplayable !== undefined && { unplayable }),
      ...(valence !== undefined && arousal !== undefined && { near: { valence, arousal } }),
    };
    const found = await library.list({
      search: search?.trim() || null,
      limit,
      offset,
      filter,
      ...(order !== undefined && { order }),
    });
    // Only an owner can delete what was uploaded, and is told which songs those are.
    if (request.who.role !== "admin") return found;
    return { ...found, tracks: await appliance.uploaded.marked(found.tracks) };
  });

  server.get("/api/library/tracks/:id", { schema: { params: TrackId } }, async (request, reply) => {
    const { id } = request.params;
    const [track, path] = await Promise.all([library.track(id), library.path(id)]);
    if (!track) return reply.code(404).send(unknown);
    // How the owner's folders are called is nothing for guests.
    return request.who.role === "admin" ? { ...track, path } : track;
  });

  server.get("/api/library/tracks/:id/evidence", { schema: { params: TrackId } }, async (request, reply) => {
    const { id } = request.params;
    const [track, evidence, sound] = await Promise.all([
      library.track(id),
      library.evidence(id),
      library.sound(id),
    ]);
    return track ? { evidence, sound } : reply.code(404).send(unknown);
  });

  // Who offers them to choose from wants to promise nothing that can't come.
  const LanguagesQuery = Type.Partial(Type.Object({ playable: Type.Literal("today") }));
  const rulesOf = ({ playable }: { playable?: "today" }) =>
    playable === undefined ? null : appliance.programme.todaysRules;
  server.get("/api/library/languages", { schema: { querystring: LanguagesQuery } }, async (request) =>
    library.languages(rulesOf(request.query)),
  );

  const ArtistsQuery = Type.Partial(
    Type.Object({ search: Search, limit: Limit, playable: Type.Literal("today") }),
  );
  server.get("/api/library/artists", { schema: { querystring: ArtistsQuery } }, async (request) => {
    const { search, limit = 50 } = request.query;
    return library.artists({ search: search?.trim() || null, limit, rules: rulesOf(request.query) });
  });

  const PlaysQuery = Type.Partial(Type.Object({ limit: Limit }));
  server.get("/api/plays", { schema: { querystring: PlaysQuery } }, async (request) =>
    plays.recent(request.query.limit ?? 50),
  );

  server.post("/api/library/scan", async (_request, reply) => {
    void appliance.library.scan();
    return reply.code(202).send();
  });
};
