import { EventEmitter, once } from "node:events";
import { type AddressInfo, connect, type Socket } from "node:net";
import { Readable } from "node:stream";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fewAtOnce } from "./few-at-once.ts";
import type { Who } from "./who.ts";

let server: FastifyInstance;
const sockets: Socket[] = [];
beforeEach(() => {
  server = Fastify({ forceCloseConnections: true });
  server.decorateRequest("who");
  server.addHook("onRequest", async (request) => {
    // Each device at an address of its own of this machine's, and the owner at the usual one.
    const isOwner = request.ip === "127.0.0.1";
    request.who = {
      ...{ role: isOwner ? "admin" : "guest", seat: isOwner ? "admin" : "phone", person: null },
      ...{ token: undefined, whence: { address: request.ip, here: false, secure: true } },
    } satisfies Who;
  });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server.close();
});

/** Without an end, so that it is sent for as long as anybody is there. */
function endless() {
  let stopped = 0;
  function* lines() {
    try {
      for (;;) yield "x".repeat(60_000);
    } finally {
      stopped++;
    }
  }
  return { send: () => Readable.from(lines()), stopped: () => stopped };
}

async function listen(): Promise<number> {
  await server.listen({ host: "127.0.0.1", port: 0 });
  return (server.server.address() as AddressInfo).port;
}

/** Somebody asks, and reads no more than the answer's first line. */
async function ask(port: number, localAddress: string): Promise<{ status: number; socket: Socket }> {
  const socket = connect({ port, host: "127.0.0.1", localAddress });
  sockets.push(socket);
  socket.on("error", () => undefined);
  socket.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n");
  const [head] = (await once(socket, "data")) as [Buffer];
  socket.pause();
  return { status: Number(String(head).split(" ")[1]), socket };
}

test("a third long answer is refused while two are being sent, and taken afterwards", async () => {
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

test("devices that read nothing take neither the owner's places nor more than one each", async () => {
  const { send } = endless();
  server.get("/", { onRequest: fewAtOnce() }, async (_request, reply) => reply.send(send()));
  const port = await listen();
  const statusOf = async (address: string) => (await ask(port, address)).status;
  expect(await statusOf("127.0.0.2")).toBe(200);
  expect(await statusOf("127.0.0.2")).toBe(429);
  expect(await statusOf("127.0.0.3")).toBe(200);
  expect(await statusOf("127.0.0.4")).toBe(429);
  expect([await statusOf("127.0.0.1"), await statusOf("127.0.0.1")]).toEqual([200, 200]);
  expect(await statusOf("127.0.0.1")).toBe(429);
});

test("whoever reads nothing is hung up on, whatever else they send, and their place is free", async () => {
  const { send, stopped } = endless();
  server.get("/", { onRequest: fewAtOnce(2, 600) }, async (_request, reply) => reply.send(send()));
  const port = await listen();
  const stalled = await ask(port, "127.0.0.2");
  const asking = setInterval(() => stalled.socket.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n"), 50);
  expect((await ask(port, "127.0.0.2")).status).toBe(429);
  await expect.poll(stopped).toBeGreaterThan(0);
  clearInterval(asking);
  await expect.poll(async () => (await ask(port, "127.0.0.2")).status).toBe(200);
});
