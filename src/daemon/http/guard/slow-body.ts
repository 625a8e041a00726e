import type { IncomingHttpHeaders } from "node:http";
import type { FastifyInstance } from "fastify";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The route takes bodies of any length and looks after its own patience. */
    slowBody?: boolean;
  }
}

/** Without one nothing is read, and nothing comes to an end: the answer may take as long as it takes, as a backup's does. */
const hasBody = (headers: IncomingHttpHeaders): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

/** Hangs up on whoever sends a body, byte by byte, for longer than this. Node knows only one limit for all routes. */
export function endSlowBodies(server: Pick<FastifyInstance, "addHook">, withinMs: number): void {
  server.addHook("onRequest", async ({ raw, routeOptions }) => {
    if (routeOptions.config.slowBody || !hasBody(raw.headers)) return;
    const deadline = setTimeout(() => raw.destroy(), withinMs).unref();
    const reached = () => clearTimeout(deadline);
    raw.once("end", reached).once("close", reached);
  });
}
