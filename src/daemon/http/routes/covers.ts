import { createHash } from "node:crypto";
import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import { type CoverSize, coverVersion } from "../../../library/covers/cover-sizes.ts";
import { drawnCover } from "../../../library/covers/drawn-cover.ts";
import type { Appliance } from "../../appliance.ts";
import { TrackId } from "./library.ts";

/**
 * A track's cover keeps its address when somebody puts another picture beside the song, or a drawn one gives way to
 * the real one. So a browser keeps it, and asks each time whether it still holds; the answer is then a head alone.
 */
const KEEP_AND_ASK = "private, no-cache";

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
      reply.header("cache-control", KEEP_AND_ASK);
      const asked = request.headers["if-none-match"];
      const hash = asked === undefined ? null : await appliance.covers.hashOf(track);
      if (hash !== null && asked === tagOf(hash, size)) return reply.header("etag", asked).code(304).send();
      const thumbnail = await appliance.covers.thumbnail(track, size);
      const picture = thumbnail
        ? { type: "image/webp", bytes: thumbnail.bytes, tag: tagOf(thumbnail.hash, size) }
        : drawn(drawnCover(track));
      reply.header("etag", picture.tag);
      if (asked === picture.tag) return reply.code(304).send();
      return reply.type(picture.type).send(picture.bytes);
    },
  );
};

function tagOf(hash: string, size: CoverSize): string {
  return `"${hash}-${size}-${coverVersion}"`;
}

function drawn(svg: string) {
  const tag = `"${createHash("sha256").update(svg).digest("hex").slice(0, 32)}"`;
  return { type: "image/svg+xml; charset=utf-8", bytes: Buffer.from(svg), tag };
}
