import { createHash } from "node:crypto";
import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import { coverVersion } from "../../library/covers/cover-sizes.ts";
import { drawnCover } from "../../library/covers/drawn-cover.ts";
import type { Appliance } from "../appliance.ts";
import { TrackId } from "./library.ts";

/** A browser shows what it has for a day, and asks behind it whether that still holds. */
const LASTING = "private, max-age=86400, stale-while-revalidate=2592000";
/** A drawn one may give way to the real one at any time. */
const PASSING = "private, no-cache";

const CoverQuery = Type.Partial(
  Type.Object({ size: Type.Union([Type.Literal("small"), Type.Literal("large")]) }),
);

/** A picture for every track: its own, or one that is drawn. */
export const coverRoutes: FastifyPluginAsyncTypebox<{ appliance: Appliance }> = async (
  server,
  { appliance },
) => {
  const { library } = appliance.store;

  server.get(
    "/api/library/tracks/:id/cover",
    { schema: { params: TrackId, querystring: CoverQuery } },
    async (request, reply) => {
      const track = await library.track(request.params.id);
      if (!track) return reply.code(404).send({ error: "There is no such track." });
      const { size = "large" } = request.query;
      const thumbnail = await appliance.covers.thumbnail(track, size);
      const picture = thumbnail
        ? { type: "image/webp", bytes: thumbnail.bytes, tag: `"${thumbnail.hash}-${size}-${coverVersion}"` }
        : drawn(drawnCover(track));
      reply.headers({ etag: picture.tag, "cache-control": thumbnail ? LASTING : PASSING });
      if (request.headers["if-none-match"] === picture.tag) return reply.code(304).send();
      return reply.type(picture.type).send(picture.bytes);
    },
  );
};

function drawn(svg: string) {
  const tag = `"${createHash("sha256").update(svg).digest("hex").slice(0, 32)}"`;
  return { type: "image/svg+xml; charset=utf-8", bytes: Buffer.from(svg), tag };
}
