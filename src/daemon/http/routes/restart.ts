import type { FastifyPluginAsync } from "fastify";
import type { UpdateDesk } from "../../upkeep/update-desk.ts";

/** Mien ends, and whoever looks after it starts it again: some settings hold from then on. Null where nobody does. */
export type Restart = (() => void) | null;

export const restartRoutes: FastifyPluginAsync<{
  restart: Restart;
  desk: Pick<UpdateDesk, "unlessItRuns">;
}> = async (server, { restart, desk }) => {
  server.post("/api/restart", async (_request, reply) => {
    if (restart === null)
      return reply.code(409).send({
        error:
          "Nothing starts Mien again by itself here: end it, and start it in the way that it was started.",
      });
    const refusal = await desk.unlessItRuns(() => {
      // Whoever asked hears of it first, unless they have gone meanwhile.
      if (reply.raw.closed) restart();
      else reply.raw.once("close", restart);
    });
    if (refusal !== null) return reply.code(409).send({ error: refusal.detail });
    return reply.code(202).send({});
  });
};
