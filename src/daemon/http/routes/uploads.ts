import type { Readable } from "node:stream";
import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import { safePath } from "../../../library/upload/safe-path.ts";
import { isSystemFile } from "../../../library/upload/system-file.ts";
import type { PassedOver, UploadRefusalKind, UploadRefused } from "../../../protocol/music-in.ts";
import type { Appliance } from "../../appliance.ts";

const UploadQuery = Type.Object({ path: Type.String({ minLength: 1, maxLength: 4_000 }) });

/** The status of each, and whether sending the same file again may help. */
const refusals: Readonly<Record<UploadRefusalKind, { status: number; again: boolean }>> = {
  busy: { status: 429, again: true },
  "broken-off": { status: 400, again: true },
  "no-room": { status: 507, again: true },
  unwritable: { status: 503, again: true },
  "too-large": { status: 413, again: false },
  "bad-path": { status: 400, again: false },
  "not-music": { status: 415, again: false },
  "other-music": { status: 415, again: false },
  "broken-music": { status: 415, again: false },
};

/**
 * Files from a browser: one a request, its bytes as they are. So no parser of forms stands between a stranger's bytes
 * and the disk, the length is known before the first of them, and each file has an answer and a retry of its own.
 */
export const uploadRoutes: FastifyPluginAsyncTypebox<{ appliance: Appliance }> = async (
  server,
  { appliance },
) => {
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
      const { path } = request.query;
      if (isSystemFile(path))
        return reply.send({ result: "passed-over", path, kind: "system" } satisfies PassedOver);
      const refuse = (kind: UploadRefusalKind, error: string) => {
        const { status, again } = refusals[kind];
        return reply.code(status).send({ error, kind, again } satisfies UploadRefused);
      };
      const safe = safePath(path);
      if ("fault" in safe) return refuse("bad-path", safe.fault);
      // Of an empty file nothing comes that could be parsed.
      const body = (request.body as Readable | undefined) ?? request.raw;
      const answer = await appliance.uploads.receive(safe.names, Number(length), body);
      if ("fault" in answer) return refuse(answer.fault, answer.detail);
      return reply.code(answer.result === "kept" ? 201 : 200).send(answer);
    },
  );
};
