import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastify from "fastify";
import { expect, onTestFinished, test } from "vitest";
import { notFound } from "./not-found.ts";

/** As browsers ask for a page. */
const accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
const page = "<!doctype html><title>Nothing here</title>";

function serverWith(file: string | null) {
  const folder = mkdtempSync(join(tmpdir(), "mien-lost-"));
  if (file !== null) writeFileSync(join(folder, "lost.html"), file);
  const server = fastify();
  server.setNotFoundHandler(notFound(folder));
  onTestFinished(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });
  return server;
}

test("who typed an address that is none into a browser gets a page, and it is still no success", async () => {
  const { statusCode, headers, body } = await serverWith(page).inject({
    url: "/nowhere",
    headers: { accept },
  });
  expect([statusCode, headers["content-type"], body]).toEqual([404, "text/html; charset=utf-8", page]);
  expect(headers.vary).toBe("accept");
});

test("a program gets a refusal like any other, and so does what changes something", async () => {
  const server = serverWith(page);
  for (const request of [
    { url: "/api/nowhere" },
    { url: "/api/nowhere", headers: { accept: "*/*" } },
    { url: "/api/nowhere", method: "POST", headers: { accept } },
  ] as const) {
    const answer = await server.inject(request);
    expect([answer.statusCode, answer.json().error]).toEqual([404, "There is nothing at this address."]);
    expect(answer.headers.vary).toBe("accept");
  }
});

test("where the pages have none, a browser gets the refusal too", async () => {
  const answer = await serverWith(null).inject({ url: "/nowhere", headers: { accept } });
  expect(answer.json().error).toBe("There is nothing at this address.");
});
