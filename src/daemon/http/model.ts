import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import type { ModelReport } from "../../protocol/figures.ts";

const models = resolve(import.meta.dirname, "../../../../models");
const PICTURES = [
  "confusion",
  "recall",
  "reliability",
  "robustness",
  "abstention",
  "framing",
  "accuracy",
  "adjustment",
] as const;
const PER_SPLIT = "private";

/** What the expression model was measured at, its pictures, and what its card says that it must not be used for. */
export const modelRoutes: FastifyPluginAsyncTypebox = async (server) => {
  server.get("/api/model", async (): Promise<ModelReport> => {
    const [contract, figures, card] = await Promise.all([
      readJson("fer.json"),
      readJson("report/evaluation.json"),
      readFile(join(models, "README.md"), "utf8"),
    ]);
    return {
      version: contract.version,
      trainedOn: contract.trainedOn,
      minConfidence: contract.minConfidence,
      files: (["int8", "fp32"] as const).map((precision) => {
        const {
          faces,
          accuracy,
          macroRecall,
          recall,
          precision: right,
          kept,
          accuracyOfKept,
          ece,
        } = figures[precision][PER_SPLIT];
        const { bytes } = contract.files[precision];
        return { precision, bytes, faces, accuracy, macroRecall, recall, right, kept, accuracyOfKept, ece };
      }),
      pictures: PICTURES,
      mustNot: sectionOf(card, "What it must not be used for"),
      cannot: sectionOf(card, "What it can't tell"),
    };
  });

  const Name = Type.Object({ name: Type.Union(PICTURES.map((name) => Type.Literal(name))) });
  server.get("/api/model/pictures/:name", { schema: { params: Name } }, async (request, reply) =>
    reply
      .type("image/svg+xml")
      .header("cache-control", "no-cache")
      .send(await readFile(join(models, "report", `${request.params.name}.svg`))),
  );
};

// Ours, shipped with the program and checked when it was released.
async function readJson(name: string) {
  return JSON.parse(await readFile(join(models, name), "utf8"));
}

/** The card's paragraphs and points under a heading, without Markdown's marks. */
function sectionOf(card: string, heading: string): readonly string[] {
  const [, after = ""] = card.split(`\n## ${heading}\n`);
  return (after.split("\n## ")[0] ?? "")
    .split("\n")
    .map((line) =>
      line
        .replace(/^- /, "")
        .replaceAll(/\*\*|`/g, "")
        .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
        .trim(),
    )
    .filter((line) => line !== "");
}
