import type { FastifyInstance } from "fastify";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The route takes bodies of any length and looks after its own patience. */
    slowBody?: boolean;
  }
}

/** Hangs up on whoever sends a body, byte by byte, for longer than this. Node knows only one limit for all routes. */
export function endSlowBodies(server: Pick<FastifyInstance, "addHook">, withinMs: number): void {
  server.addHook("onRequest", async ({ raw, routeOptions }) => {
    if (raw.method === "GET" || raw.method === "HEAD" || routeOptions.config.slowBody) return;
    const deadline = setTimeout(() => raw.destroy(), withinMs).unref();
    const reached = () => clearTimeout(deadline);
    raw.once("end", reached).once("close", reached);
  });
}
