import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import Fastify from "fastify";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ModelReport } from "../../../protocol/figures.ts";
import { makeTestServer, type TestServer } from "../testing.ts";
import { modelRoutes } from "./model.ts";

const models = resolve(import.meta.dirname, "../../../../../models");
let under: TestServer;
beforeAll(async () => {
  under = await makeTestServer();
});
afterAll(() => under.remove());

test("the model's report has the shipped model's figures, and its card's own words on what it is not for", async () => {
  const report = (await under.get("/api/model")).json<ModelReport>();
  const contract = JSON.parse(await readFile(join(models, "fer.json"), "utf8"));
  const measured = JSON.parse(await readFile(join(models, "report/evaluation.json"), "utf8"));
  expect(report.version).toBe(contract.version);
  expect(report.files.map(({ precision, accuracy }) => [precision, accuracy])).toEqual([
    ["int8", measured.int8.private.accuracy],
    ["fp32", measured.fp32.private.accuracy],
  ]);
  expect(Object.keys(report.files[0]?.recall ?? {})).toEqual(contract.classes);
  expect(report.mustNot.join(" ")).toMatch(/To judge a person.*At work or at school.*To recognise anyone/);
  expect(report.mustNot.join(" ")).not.toMatch(/\*\*|\]\(/);
  expect(report.cannot.length).toBeGreaterThan(0);
});

test("every picture that is named is there, and nothing else of that folder", async () => {
  const { pictures } = (await under.get("/api/model")).json<ModelReport>();
  for (const name of pictures) {
    const answer = await under.get(`/api/model/pictures/${name}`);
    expect([name, answer.headers["content-type"]]).toEqual([name, "image/svg+xml"]);
    expect(answer.body).toContain("<svg");
  }
  for (const name of ["evaluation.json", "..%2ffer.json", "nothing"])
    expect((await under.get(`/api/model/pictures/${name}`)).statusCode).toBeGreaterThanOrEqual(400);
});

describe("a folder of models", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "mien-models-"));
    await mkdir(join(folder, "report"));
    for (const file of ["fer.json", "README.md", "report/evaluation.json", "report/recall.svg"])
      await cp(join(models, file), join(folder, file));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function asked(url = "/api/model"): Promise<[number, string | undefined]> {
    const server = Fastify().setValidatorCompiler(TypeBoxValidatorCompiler);
    await server.register(modelRoutes, { models: folder });
    const answer = await server.inject({ url });
    await server.close();
    return [
      answer.statusCode,
      answer.statusCode === 200 ? undefined : answer.json<{ error: string }>().error,
    ];
  }

  test.each(["fer.json", "README.md", "report/evaluation.json"])(
    "without %s, the file is named and the cure",
    async (file) => {
      expect(await asked()).toEqual([200, undefined]);
      await rm(join(folder, file));
      const told = expect.stringMatching(`^The file models/${file} is missing: install Mien again`);
      expect(await asked()).toEqual([503, told]);
    },
  );

  test.each([
    ["half of it", "fer.json", (text: string) => text.slice(0, 99)],
    ["nothing of int8", "report/evaluation.json", () => '{"fp32":{}}'],
    ["no JSON", "fer.json", () => "garbage"],
    ["nothing of what it must not be used for", "README.md", () => "# A card"],
  ])("with %s in %s, the same", async (_, file, damaged) => {
    await writeFile(join(folder, file), damaged(await readFile(join(folder, file), "utf8")));
    expect(await asked()).toEqual([503, expect.stringContaining(`models/${file} `)]);
  });

  test("without a picture, that one is named", async () => {
    expect(await asked("/api/model/pictures/recall")).toEqual([200, undefined]);
    expect(await asked("/api/model/pictures/framing")).toEqual([
      404,
      expect.stringContaining("models/report/framing.svg is missing"),
    ]);
  });
});
