import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ModelReport } from "../../protocol/figures.ts";
import { makeTestServer, type TestServer } from "./testing.ts";

const models = resolve(import.meta.dirname, "../../../../models");
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
