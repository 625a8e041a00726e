import type { Readable } from "node:stream";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import type { UpdateDesk } from "../../upkeep/update-desk.ts";
import type { UpdateRefusal } from "../../upkeep/update-refusal.ts";

const statuses: Readonly<Record<UpdateRefusal["fault"], number>> = {
  "broken-off": 400,
  "by-hand": 409,
  runs: 409,
  busy: 409,
  missing: 409,
  "too-large": 413,
  "wrong-kind": 415,
  unwritable: 503,
  "no-room": 507,
};

const answer = (reply: FastifyReply, refusal: UpdateRefusal | null, status: number) =>
  refusal === null
    ? reply.code(status).send(status === 204 ? undefined : {})
    : reply.code(statuses[refusal.fault]).send({ error: refusal.detail });

/** A release from a browser, for the service that updates Mien: two files, each as the bytes that it has, and the wish. */
export const updateRoutes: FastifyPluginAsync<{ desk: UpdateDesk }> = async (server, { desk }) => {
  server.addHook("onReady", () => desk.start());
  server.addHook("onClose", async () => desk.stop());

  server.get("/api/update", () => desk.state());
  server.post("/api/update", async (_request, reply) => answer(reply, await desk.ask(), 202));
  server.delete("/api/update", async (_request, reply) => answer(reply, await desk.forget(), 204));
  await server.register(fileRoutes, { desk });
};

const fileRoutes: typeof updateRoutes = async (server, { desk }) => {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", (_request, payload, done) => done(null, payload));

  const taken =
    (take: (bytes: number, body: Readable) => Promise<UpdateRefusal | null>) =>
    async ({ headers, body, raw }: FastifyRequest, reply: FastifyReply) => {
      const length = headers["content-length"];
      if (length === undefined)
        return reply.code(411).send({ error: "The request must tell the file's Content-Length." });
      // Of an empty file nothing comes that could be parsed.
      return answer(reply, await take(Number(length), (body as Readable | undefined) ?? raw), 204);
    };
  server.put(
    "/api/update/release",
    { config: { slowBody: true } },
    taken((bytes, body) => desk.takeRelease(bytes, body)),
  );
  server.put(
    "/api/update/signature",
    taken((bytes, body) => desk.takeSignature(bytes, body)),
  );
};
