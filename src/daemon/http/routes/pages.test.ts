import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import fastify from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pageRoutes } from "./pages.ts";

const script = "export const words = 'the same words over and over';\n".repeat(50);
const page = "<!doctype html><title>People</title>";
const folder = mkdtempSync(join(tmpdir(), "mien-pages-"));
const server = fastify();

beforeAll(async () => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "people.html"), page);
  const path = join(folder, "assets/people-1a2b.js");
  writeFileSync(path, script);
  writeFileSync(`${path}.gz`, gzipSync(script));
  writeFileSync(`${path}.br`, brotliCompressSync(script));
  await server.register(pageRoutes, { folder });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const asked = (url: string, accepts?: string) =>
  server.inject({ url, headers: accepts === undefined ? {} : { "accept-encoding": accepts } });

test("a script goes out as small as the browser can read it, and says so", async () => {
  const newest = await asked("/assets/people-1a2b.js", "gzip, deflate, br, zstd");
  expect(newest.headers).toMatchObject({ "content-encoding": "br", vary: "accept-encoding" });
  expect(newest.headers["content-type"]).toContain("javascript");
  expect(newest.headers["cache-control"]).toContain("immutable");
  expect(brotliDecompressSync(newest.rawPayload).toString()).toBe(script);
  const older = await asked("/assets/people-1a2b.js", "gzip, deflate");
  expect(older.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(older.rawPayload).toString()).toBe(script);
});

test("who reads nothing compressed gets it as it is", async () => {
  for (const accepts of [undefined, "identity"]) {
    const plain = await asked("/assets/people-1a2b.js", accepts);
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(plain.body).toBe(script);
  }
});

test("a page that no build has made smaller goes out all the same", async () => {
  const { statusCode, body, headers } = await asked("/people", "gzip, br");
  expect({ statusCode, body }).toEqual({ statusCode: 200, body: page });
  expect(headers["cache-control"]).toBe("no-cache");
});
