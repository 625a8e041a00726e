import fastifyStatic from "@fastify/static";
import type { FastifyPluginAsync } from "fastify";

/** The built pages, each at its file's name and the kiosk at `/`. Their assets carry a hash in the name and never change; the page itself is asked for anew. */
export const pageRoutes: FastifyPluginAsync<{ folder: string }> = async (server, { folder }) => {
  await server.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const lasting = path.includes("/assets/");
      reply.setHeader("cache-control", lasting ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  for (const page of [
    "admin",
    "camera",
    "history",
    "model",
    "notice",
    "upkeep",
    "library",
    "people",
    "phone",
    "settings",
    "setup",
  ])
    server.get(`/${page}`, (_request, reply) => reply.sendFile(`${page}.html`));
};
