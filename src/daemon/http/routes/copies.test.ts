import { expect, test } from "vitest";
import type { Drive } from "../../../protocol/music-in.ts";
import { makeTestServer } from "../testing.ts";

test("what is no drive is not copied, whatever it is called", async () => {
  const under = await makeTestServer();
  const drives: readonly Drive[] = (await under.get("/api/library/drives")).json();
  expect(Array.isArray(drives)).toBe(true);
  for (const from of ["/", "/etc", "/nowhere", "/proc/self/root", "/media/../etc"]) {
    const answer = await under.send("POST", "/api/library/copies", { from });
    expect(answer.statusCode).toBe(404);
    expect(answer.json().error).toContain(from);
  }
  expect((await under.send("POST", "/api/library/copies", { from: "relative" })).statusCode).toBe(400);
  expect((await under.get("/api/library/copies")).json()).toEqual({ state: "idle" });
  expect((await under.send("DELETE", "/api/library/copies")).json()).toMatchObject({
    error: "Nothing is being copied.",
  });
  await under.remove();
});
