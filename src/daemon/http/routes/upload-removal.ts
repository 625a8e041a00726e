import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import type { UploadsDeleted } from "../../../protocol/music-in.ts";
import type { Appliance } from "../../appliance.ts";
import { codeOf } from "../refusal-code.ts";
import { AnId } from "./library.ts";

const MOST_AT_ONCE = 500;

const Removal = Type.Object(
  { tracks: Type.Array(AnId, { minItems: 1, maxItems: MOST_AT_ONCE }) },
  { additionalProperties: false },
);

/** Uploads go again. Apart from the way in, where a request's body is a file. */
export const uploadRemovalRoutes: FastifyPluginAsyncTypebox<{ appliance: Appliance }> = async (
  server,
  { appliance },
) => {
  server.delete("/api/library/uploads", { schema: { body: Removal } }, async (request) => {
    const { deleted, kept } = await appliance.uploaded.remove(request.body.tracks);
    // Each that stays has its code, as answers that refuse have.
    return { deleted, kept: kept.map((each) => ({ ...each, ...codeOf(each.why) })) } satisfies UploadsDeleted;
  });
};
