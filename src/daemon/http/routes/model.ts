import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import { ModelFault, missing, modelReport, PICTURES } from "./model-report.ts";

const shipped = resolve(import.meta.dirname, "../../../../../models");

/** What the expression model was measured at, its pictures, and what its card says that it must not be used for. */
export const modelRoutes: FastifyPluginAsyncTypebox<{ models?: string }> = async (
  server,
  { models = shipped },
) => {
  server.get("/api/model", async (_request, reply) => {
    try {
      return await modelReport(models);
    } catch (error) {
      if (!(error instanceof ModelFault)) throw error;
      return reply.code(503).send({ error: error.message });
    }
  });

  const Name = Type.Object({ name: Type.Union(PICTURES.map((name) => Type.Literal(name))) });
  server.get("/api/model/pictures/:name", { schema: { params: Name } }, async (request, reply) => {
    const file = `report/${request.params.name}.svg`;
    const found = await access(join(models, file)).then(
      () => true,
      () => false,
    );
    if (!found) return reply.code(404).send({ error: missing(file) });
    return reply
      .type("image/svg+xml")
      .header("cache-control", "no-cache")
      .send(createReadStream(join(models, file)));
  });
};
