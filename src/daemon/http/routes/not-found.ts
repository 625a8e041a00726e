import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * There is nothing at that address: a page with the way home for whoever typed it into a browser, and a refusal like any
 * other for programs. The page is small and read once; folders of pages that were built before have none.
 */
export function notFound(pagesFolder: string) {
  const path = join(pagesFolder, "lost.html");
  const page = existsSync(path) ? readFileSync(path, "utf8") : null;
  return ({ method, headers }: FastifyRequest, reply: FastifyReply) => {
    // Whatever stands between must not hand one's answer to the other.
    reply.code(404).header("vary", "accept");
    const looks = method === "GET" || method === "HEAD";
    if (page === null || !looks || !headers.accept?.includes("text/html"))
      return reply.send({ error: "There is nothing at this address." });
    return reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(page);
  };
}
