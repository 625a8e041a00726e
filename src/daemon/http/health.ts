import { monitorEventLoopDelay } from "node:perf_hooks";
import type { FastifyPluginAsync } from "fastify";
import type { Appliance } from "../appliance.ts";

const NANOSECONDS_PER_MS = 1e6;
/** Finer would cost more than what it measures: at 1 ms the waking alone took 2 % of a core, at 10 ms 0.5 %. */
const RESOLUTION_MS = 10;

/** `/api/health`: how every part is, what vision manages, and what the process costs. */
export const healthRoutes: FastifyPluginAsync<{ appliance: Appliance }> = async (server, { appliance }) => {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  server.addHook("onReady", async () => void delay.enable());
  server.addHook("onClose", async () => void delay.disable());

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
      // Since the start; the monitor's own resolution is taken off.
      eventLoop: { p99Ms: ms(delay.percentile(99)), maxMs: ms(delay.max) },
      uptimeSeconds: Math.round(process.uptime()),
      pages: appliance.publisher.subscribers,
    };
  });
};

function ms(nanoseconds: number): number {
  return Math.max(0, Math.round((nanoseconds / NANOSECONDS_PER_MS - RESOLUTION_MS) * 100) / 100);
}
