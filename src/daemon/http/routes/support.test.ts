import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { LogLines } from "../../support/log-lines.ts";
import { makeTestAppliance, type TestAppliance } from "../../testing.ts";
import { makeServer, type Server } from "../server.ts";

const host = "localhost:7373";
let under: TestAppliance;
let server: Server;
let lines: LogLines;

beforeEach(async () => {
  under = await makeTestAppliance();
  lines = new LogLines();
  server = await makeServer({
    ...{ appliance: under.appliance, pagesFolder: import.meta.dirname, lines },
    startedWith: ["--port", "8080", "--demo"],
    logger: pino({ level: "silent" }),
  });
  await server.ready();
});
afterEach(async () => {
  await server.close();
  await under.remove();
});

const get = (url: string) => server.inject({ url, headers: { host } });
const line = (entry: object) =>
  lines.keep(`${JSON.stringify({ level: 30, time: 1_795_000_000_000, ...entry })}\n`);

test("the log is told line by line, from where one has read to, without what is somebody's", async () => {
  line({ msg: "backup made", bytes: 5 });
  line({ msg: "Zorbanella Quixfeld came in", path: "/home/zorba/Musik", setupCode: "ABCD-EFGH" });
  const { lines: told } = (await get("/api/logs")).json<{ lines: { seq: number; text: string }[] }>();
  expect(told.map(({ seq }) => seq)).toEqual([1, 2]);
  expect(JSON.parse(told[0]?.text ?? "")).toMatchObject({ msg: "backup made", bytes: 5 });
  expect(told[1]?.text).not.toMatch(/zorba|quixfeld|musik|ABCD/i);
  expect((await get("/api/logs?after=1")).json()).toMatchObject({ lines: [{ seq: 2 }] });
  expect((await get("/api/logs?after=2")).json()).toEqual({ lines: [] });
});

test("the bundle is a file to keep, with version, health and the log, and nothing of anybody's", async () => {
  line({ msg: "mpv of Zorbanella broke", code: 1 });
  const answer = await get("/api/support-bundle");
  expect(answer.headers["content-disposition"]).toMatch(
    /attachment; filename="mien-support-\d{4}-\d\d-\d\d\.txt"/,
  );
  expect(answer.headers["cache-control"]).toBe("no-store");
  for (const part of ["== Version", "== Machine", "== Health", "== Settings", "== Log (1 of 1 lines)"])
    expect(answer.body).toContain(part);
  expect(answer.body).not.toMatch(/zorba/i);
});

test("the version is the one of the package", async () => {
  expect((await get("/api/about")).json<{ version: string }>().version).toMatch(/^\d+\.\d+\.\d+/);
});

test("an admin is told which data it runs on, and of which clone it is", async () => {
  const { dataFolder, clone } = (await get("/api/about")).json<{ dataFolder: string; clone: string }>();
  expect(dataFolder).toBe(under.appliance.dataFolder);
  expect(existsSync(join(clone, "scripts/restore"))).toBe(true);
});

test("an admin is told what it was started with, so that it can be started so again", async () => {
  expect((await get("/api/about")).json()).toMatchObject({ startedWith: ["--port", "8080", "--demo"] });
});

test.each([
  ["stayed", "", { cameBack: null, refused: null }],
  ["went back", "came-back vision was ill", { cameBack: "vision was ill", refused: null }],
  ["was not begun", "refused The signature is none.", { cameBack: null, refused: "The signature is none." }],
])("of an update that %s an admin is told so", async (_, outcome, told) => {
  const note = ["at 2026-11-24T02:00:00Z", "from 0.4.0", "to unknown", outcome, ""].join("\n");
  await writeFile(join(under.appliance.dataFolder, "last-update"), note);
  const { lastUpdate } = (await get("/api/about")).json<{ lastUpdate: object }>();
  expect(lastUpdate).toEqual({ at: Date.UTC(2026, 10, 24, 2), from: "0.4.0", to: "unknown", ...told });
});

test("nobody else is told where anything lies", async () => {
  const answer = await server.inject({
    url: "/api/about",
    headers: { host },
    remoteAddress: "192.168.1.9",
  });
  expect(answer.statusCode).toBe(403);
  expect(answer.body).not.toContain(under.appliance.dataFolder);
});
