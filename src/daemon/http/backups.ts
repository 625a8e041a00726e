import type { FastifyPluginAsync } from "fastify";
import type { Appliance } from "../appliance.ts";

/** Backups by hand, and what became of a damaged database. */
export const backupRoutes: FastifyPluginAsync<{ appliance: Appliance }> = async (server, { appliance }) => {
  const { backups } = appliance.upkeep;
  const { care } = appliance.store;

  server.get("/api/backups", async () => backups.state());

  /** Answered when it is made and has been read again; who asks meanwhile waits for the same one. */
  server.post("/api/backups", async (_request, reply) => reply.code(201).send(await backups.backUp()));

  server.get("/api/recovery", async () => ({ recovery: care.recovery }));

  /** Somebody has taken note of it: the screen need not say it any longer. */
  server.delete("/api/recovery", async (_request, reply) => {
    care.acknowledge();
    return reply.code(204).send();
  });
};
