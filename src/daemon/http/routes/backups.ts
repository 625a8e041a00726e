import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import type { Appliance } from "../../appliance.ts";
import { fewAtOnce } from "../guard/few-at-once.ts";

const Named = Type.Object({ name: Type.String({ pattern: "^mien-[0-9]{8}-[0-9]{6}\\.db$" }) });

/** Backups by hand and to take home, and what became of a damaged database. */
export const backupRoutes: FastifyPluginAsyncTypebox<{ appliance: Appliance }> = async (
  server,
  { appliance },
) => {
  const { backups } = appliance.upkeep;
  const { care } = appliance.store;

  server.get("/api/backups", async () => backups.state());

  /** Answered when it is made and has been read again; who asks meanwhile waits for the same one. */
  server.post("/api/backups", async (_request, reply) => reply.code(201).send(await backups.backUp()));

  /** All that is known of people is in it. */
  server.get(
    "/api/backups/:name",
    { schema: { params: Named }, onRequest: fewAtOnce() },
    async (request, reply) => {
      const { name } = request.params;
      const opened = await backups.open(name);
      if (opened === null)
        return reply
          .code(404)
          .send({ error: "This backup is not there any more: choose one of those that are." });
      return reply
        .header("cache-control", "no-store")
        .header("content-disposition", `attachment; filename="${name}"`)
        .header("content-length", opened.bytes)
        .type("application/vnd.sqlite3")
        .send(opened.file.createReadStream());
    },
  );

  server.get("/api/recovery", async () => ({ recovery: care.recovery }));

  /** Somebody has taken note of it: the screen need not say it any longer. */
  server.delete("/api/recovery", async (_request, reply) => {
    care.acknowledge();
    return reply.code(204).send();
  });
};
