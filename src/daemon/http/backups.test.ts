import { afterEach, beforeEach, expect, test } from "vitest";
import { makeTestServer, type TestServer } from "./testing.ts";

let under: TestServer;
beforeEach(async () => {
  under = await makeTestServer();
});
afterEach(() => under.remove());

test("a backup by hand is answered when it is there, and two who ask at once get the same one", async () => {
  const [first, second] = await Promise.all([
    under.send("POST", "/api/backups"),
    under.send("POST", "/api/backups"),
  ]);
  expect(first.statusCode).toBe(201);
  expect(second.json()).toEqual(first.json());
  const state = (await under.get("/api/backups")).json();
  expect(state).toMatchObject({ running: false, backups: [first.json()], nextAt: expect.any(Number) });
});

test("a folder that is away is told to who asks, with the cure", async () => {
  await under.send("PATCH", "/api/settings", { backupFolder: "/nowhere/at/all" });
  const answer = await under.send("POST", "/api/backups");
  expect(answer.statusCode).toBe(503);
  expect(answer.json().error).toMatch(/\/nowhere\/at\/all is not there\. Connect its stick/);
});

test("nobody else in the network makes backups or sees where they are", async () => {
  for (const [method, url] of [
    ["GET", "/api/backups"],
    ["POST", "/api/backups"],
    ["GET", "/api/recovery"],
    ["DELETE", "/api/recovery"],
  ] as const)
    expect((await under.fromOutside(method, url)).statusCode).toBe(403);
});

test("the note of a damaged database goes when somebody has read it", async () => {
  expect((await under.get("/api/recovery")).json()).toEqual({ recovery: null });
  expect((await under.send("DELETE", "/api/recovery")).statusCode).toBe(204);
});
