import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import type { Id } from "../../../protocol/time.ts";
import type { PeopleTables } from "../../../store/people/people-tables.ts";
import type { People } from "../../people/people.ts";
import { isUnread } from "../guard/unread.ts";
import { AnId, TrackId } from "./library.ts";
import { isProven, Proof, signedIn } from "./me.ts";
import { sendUnwilling } from "./person-told.ts";

const Nothing = { additionalProperties: false } as const;
const MOST_HEARD = 100;

export interface MySongsOptions {
  people: People;
  tables: PeopleTables;
  /** Somebody in the room never wants to hear this song: it stops where it plays. */
  unwanted: (track: Id, by: Id) => Promise<void>;
}

/** The songs that somebody likes, those that they never want to hear, and those that they were here for. */
export const mySongsRoutes: FastifyPluginAsyncTypebox<MySongsOptions> = async (
  server,
  { people, tables, unwanted },
) => {
  server.get("/api/me/songs", async (request, reply) => {
    const person = signedIn(request, reply);
    return person === null ? reply : tables.songs(person.id);
  });

  const Taste = Type.Object(
    { taste: Type.Union([Type.Literal("favourite"), Type.Literal("blocked"), Type.Null()]) },
    Nothing,
  );
  server.put("/api/me/tastes/:id", { schema: { params: TrackId, body: Taste } }, async (request, reply) => {
    const person = signedIn(request, reply);
    if (person === null) return reply;
    const [track, { taste }] = [request.params.id, request.body];
    const unwilling = await people.setTaste(person.id, track, taste);
    if (unwilling) return sendUnwilling(reply, unwilling);
    if (taste === "blocked" && people.presence.visitOf(person.id) !== null) await unwanted(track, person.id);
    return reply.code(204).send();
  });

  const Page = Type.Object(
    {
      before: Type.Optional(AnId),
      limit: Type.Optional(Type.String({ pattern: "^[1-9][0-9]{0,2}$" })),
    },
    Nothing,
  );
  server.get("/api/me/history", { schema: { querystring: Page } }, async (request, reply) => {
    const person = signedIn(request, reply);
    if (person === null || !isUnread(request, reply)) return reply;
    const { before = null, limit = "50" } = request.query;
    const songs = await tables.history(person.id, { before, limit: Math.min(MOST_HEARD, Number(limit)) });
    return { songs };
  });

  const Proven = Type.Object(Proof, Nothing);
  server.delete("/api/me/history", { schema: { body: Proven } }, async (request, reply) => {
    const person = signedIn(request, reply);
    if (person === null || !(await isProven(people, request, reply, person))) return reply;
    await tables.forgetHistory(person.id);
    return reply.code(204).send();
  });
};
