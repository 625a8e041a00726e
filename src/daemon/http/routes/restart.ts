import type { FastifyPluginAsync } from "fastify";

/** Mien ends, and whoever looks after it starts it again: some settings hold from then on. Null where nobody does. */
export type Restart = (() => void) | null;

export const restartRoutes: FastifyPluginAsync<{ restart: Restart }> = async (server, { restart }) => {
  server.post("/api/restart", async (_request, reply) => {
    if (restart === null)
      return reply.code(409).send({
        error:
          "Nothing starts Mien again by itself here: end it, and start it in the way that it was started.",
      });
    // Whoever asked hears of it first.
    reply.raw.once("close", restart);
    return reply.code(202).send({});
  });
};
