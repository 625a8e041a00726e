import type { FastifyPluginAsync } from "fastify";
import type { Appliance } from "../../appliance.ts";
import { contentType, exposition } from "../../health/exposition.ts";
import { type HealthFacts, healthFacts } from "../../health/facts.ts";
import { metricsOf } from "../../health/metrics.ts";
import { LoopMeter } from "../../loop-meter.ts";
import { withoutDetails } from "../../told.ts";
import { isToldAll } from "../guard/told-all.ts";

/** Where music, uploads and backups lie, and which address the camera has, is withheld as those settings are. */
function withoutPlaces(facts: HealthFacts): HealthFacts {
  const { camera } = facts.vision;
  const places = { source: "", ...(camera?.state === "down" && { detail: "" }) };
  return {
    ...facts,
    components: withoutDetails(facts.components),
    vision: { ...facts.vision, camera: camera && "source" in camera ? { ...camera, ...places } : camera },
  };
}

/** How every part is, what it manages and what it costs: `/api/health` for people, `/metrics` for Prometheus. */
export const healthRoutes: FastifyPluginAsync<{ appliance: Appliance }> = async (server, { appliance }) => {
  const loop = new LoopMeter();
  server.addHook("onReady", async () => loop.start());
  server.addHook("onClose", async () => loop.stop());

  server.get("/api/health", async ({ who }) => {
    const facts = await healthFacts(appliance, loop.delay);
    return isToldAll(who) ? facts : withoutPlaces(facts);
  });

  server.get("/metrics", async (_request, reply) => {
    const facts = await healthFacts(appliance, loop.delay);
    return reply.type(contentType).send(exposition(metricsOf(facts, appliance)));
  });
};
