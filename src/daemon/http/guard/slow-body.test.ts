import { type AddressInfo, connect } from "node:net";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { endSlowBodies } from "./slow-body.ts";

let server: FastifyInstance;
beforeEach(() => {
  server = Fastify({ forceCloseConnections: true });
  endSlowBodies(server, 200);
});
afterEach(() => server.close());

test("whoever sends a body drop by drop is hung up on, but where a route takes its time", async () => {
  server.post("/quick", async () => "thanks");
  server.post("/slow", { config: { slowBody: true } }, async () => "thanks");
  await server.listen({ port: 0, host: "127.0.0.1" });
  const { port } = server.server.address() as AddressInfo;

  const drip = (path: string) => {
    const socket = connect(port, "127.0.0.1");
    let heard = "";
    let closed = false;
    socket.on("data", (chunk) => {
      heard += chunk;
    });
    // Whoever writes on after that is told so.
    socket.on("error", (error: NodeJS.ErrnoException) => expect(error.code).toMatch(/ECONNRESET|EPIPE/));
    socket.on("close", () => {
      closed = true;
      clearInterval(drops);
    });
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 12\r\n\r\n`,
    );
    let sent = 0;
    const drops = setInterval(() => {
      if (sent++ < 12) socket.write("x");
    }, 50);
    return { heard: () => heard, isClosed: () => closed, end: () => socket.destroy() };
  };
  const [quick, slow] = [drip("/quick"), drip("/slow")];
  await expect.poll(slow.heard).toContain("thanks");
  expect(quick.isClosed()).toBe(true);
  expect(quick.heard()).not.toContain("thanks");
  slow.end();
});

test("who sends no body may wait for the answer for as long as it takes", async () => {
  server.post("/backups", async () => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    return "made";
  });
  const address = await server.listen({ port: 0, host: "127.0.0.1" });
  const answer = await fetch(`${address}/backups`, { method: "POST" });
  expect(await answer.text()).toBe("made");
});
