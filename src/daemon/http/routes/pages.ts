import fastifyStatic from "@fastify/static";
import type { FastifyPluginAsync } from "fastify";

/** The built pages beside the kiosk's, which is at `/`: each is `dist/ui/NAME.html` at `/NAME`. */
export const pages = [
  ...["admin", "camera", "history", "library", "model", "notice"],
  ...["people", "phone", "settings", "setup", "upkeep"],
] as const;

/** Their assets carry a hash in the name and never change; a page itself is asked for anew. */
export const pageRoutes: FastifyPluginAsync<{ folder: string }> = async (server, { folder }) => {
  await server.register(fastifyStatic, {
    root: folder,
    // Beside each file lies what the build made smaller of it, see vite.config.ts.
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.setHeader("vary", "accept-encoding");
      const lasting = path.includes("/assets/");
      reply.setHeader("cache-control", lasting ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  for (const page of pages) server.get(`/${page}`, (_request, reply) => reply.sendFile(`${page}.html`));
};
