import { EventEmitter, once } from "node:events";
import Fastify from "fastify";
import { expect, test } from "vitest";
import { fewAtOnce } from "./few-at-once.ts";

test("a third long answer is refused while two are being sent, and taken afterwards", async () => {
  const server = Fastify();
  const sent = new EventEmitter();
  let begun = 0;
  server.get("/", { onRequest: fewAtOnce() }, async () => {
    begun += 1;
    await once(sent, "all");
    return "long";
  });
  const status = async () => (await server.inject("/")).statusCode;
  const long = [status(), status()];
  await expect.poll(() => begun).toBe(2);
  expect(await status()).toBe(429);
  sent.emit("all");
  expect(await Promise.all(long)).toEqual([200, 200]);
  const again = status();
  await expect.poll(() => begun).toBe(3);
  sent.emit("all");
  expect(await again).toBe(200);
});
