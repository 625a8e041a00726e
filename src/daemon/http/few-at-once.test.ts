import { setTimeout as sleep } from "node:timers/promises";
import Fastify from "fastify";
import { expect, test } from "vitest";
import { fewAtOnce } from "./few-at-once.ts";

test("a third long answer is refused while two are being sent, and taken afterwards", async () => {
  const server = Fastify();
  server.get("/", { onRequest: fewAtOnce() }, async () => {
    await sleep(100);
    return "long";
  });
  const statuses = await Promise.all([1, 2, 3].map(async () => (await server.inject("/")).statusCode));
  expect(statuses.sort()).toEqual([200, 200, 429]);
  expect((await server.inject("/")).statusCode).toBe(200);
});
