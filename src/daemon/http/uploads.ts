import type { Readable } from "node:stream";
import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import { safePath } from "../../library/upload/safe-path.ts";
import type { Appliance } from "../appliance.ts";
import type { Refusal } from "../upload-keeper.ts";
import { hereOnly } from "./loopback.ts";

const UploadQuery = Type.Object({ path: Type.String({ minLength: 1, maxLength: 4_000 }) });

const statusOf: Readonly<Record<Refusal["fault"], number>> = {
  busy: 429,
  "too-large": 413,
  "no-music": 415,
  "broken-off": 400,
  "no-room": 507,
  unwritable: 503,
};

/**
 * Files from a browser: one a request, its bytes as they are. So no parser of forms stands between a stranger's bytes
 * and the disk, the length is known before the first of them, and each file has an answer and a retry of its own.
 */
export const uploadRoutes: FastifyPluginAsyncTypebox<{ appliance: Appliance }> = async (
  server,
  { appliance },
) => {
  server.addHook("onRequest", hereOnly("Music is uploaded on the appliance itself.", { alsoReading: true }));
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", (_request, payload, done) => done(null, payload));

  server.get("/api/library/uploads", async () => appliance.uploads.state());

  server.put(
    "/api/library/uploads",
    { schema: { querystring: UploadQuery }, config: { slowBody: true } },
    async (request, reply) => {
      const length = request.headers["content-length"];
      if (length === undefined)
        return reply.code(411).send({ error: "The request must tell the file's Content-Length." });
      const safe = safePath(request.query.path);
      if ("fault" in safe) return reply.code(400).send({ error: safe.fault });
      // Of an empty file nothing comes that could be parsed.
      const body = (request.body as Readable | undefined) ?? request.raw;
      const answer = await appliance.uploads.receive(safe.names, Number(length), body);
      if ("fault" in answer) return reply.code(statusOf[answer.fault]).send({ error: answer.detail });
      return reply.code(answer.result === "kept" ? 201 : 200).send(answer);
    },
  );
};
