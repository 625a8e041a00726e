import type { FastifyPluginAsync } from "fastify";
import type { Appliance } from "../appliance.ts";
import { LoopMeter } from "../loop-meter.ts";

/** `/api/health`: how every part is, what vision manages, and what the process costs. */
export const healthRoutes: FastifyPluginAsync<{ appliance: Appliance }> = async (server, { appliance }) => {
  const loop = new LoopMeter();
  server.addHook("onReady", async () => loop.start());
  server.addHook("onClose", async () => loop.stop());

  server.get("/api/health", async () => {
    const { health } = appliance.publisher.state;
    const { stats, model, restarts, status } = appliance.vision;
    return {
      ok: Object.values(health).every(({ state }) => state === "ok" || state === "off"),
      components: health,
      vision: {
        model,
        camera: status,
        restarts,
        framesRead: stats?.framesRead ?? 0,
        framesDropped: stats?.framesDropped ?? 0,
        framesExamined: stats?.framesExamined ?? 0,
        readMs: stats?.readMs ?? null,
        detectMs: stats?.detectMs ?? null,
        classifyMs: stats?.classifyMs ?? null,
      },
      library: appliance.library.state,
      memory: { daemonRssBytes: process.memoryUsage.rss(), visionRssBytes: stats?.rssBytes ?? null },
      eventLoop: loop.delay,
      uptimeSeconds: Math.round(process.uptime()),
      pages: appliance.publisher.subscribers,
    };
  });
};
