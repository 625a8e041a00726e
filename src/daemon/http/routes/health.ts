import type { FastifyPluginAsync } from "fastify";
import type { Appliance } from "../../appliance.ts";
import { contentType, exposition } from "../../health/exposition.ts";
import { healthFacts } from "../../health/facts.ts";
import { metricsOf } from "../../health/metrics.ts";
import { LoopMeter } from "../../loop-meter.ts";

/** How every part is, what it manages and what it costs: `/api/health` for people, `/metrics` for Prometheus. */
export const healthRoutes: FastifyPluginAsync<{ appliance: Appliance }> = async (server, { appliance }) => {
  const loop = new LoopMeter();
  server.addHook("onReady", async () => loop.start());
  server.addHook("onClose", async () => loop.stop());

  server.get("/api/health", async () => healthFacts(appliance, loop.delay));

  server.get("/metrics", async (_request, reply) => {
    const facts = await healthFacts(appliance, loop.delay);
    return reply.type(contentType).send(exposition(metricsOf(facts, appliance)));
  });
};
