import { hostname } from "node:os";
import { expect, test } from "vitest";
import { makeTestServer } from "../testing.ts";
import { strangerFault } from "./stranger.ts";

test.each([
  { host: "127.0.0.1:7373", origin: undefined },
  { host: "localhost:7373", origin: "http://localhost:7373" },
  { host: "[::1]:7373", origin: "http://[::1]:7373" },
  { host: "192.168.1.20:7373", origin: "http://192.168.1.20:7373" },
  { host: `${hostname()}.local`, origin: undefined },
])("$host with origin $origin is one of our own", ({ host, origin }) => {
  expect(strangerFault(host, origin)).toBeNull();
});

test.each([
  { host: "evil.example", origin: undefined },
  { host: "evil.example:7373", origin: "http://evil.example:7373" },
  { host: "127.0.0.1:7373", origin: "http://evil.example" },
  { host: "127.0.0.1:7373", origin: "http://127.0.0.1:8080" },
  { host: "127.0.0.1:7373", origin: "null" },
  { host: "127.0.0.1.evil.example", origin: undefined },
  { host: undefined, origin: undefined },
])("$host with origin $origin is a stranger", ({ host, origin }) => {
  expect(strangerFault(host, origin)).not.toBeNull();
});

test("a name that the router gives is refused until the owner names it, and the sentence says where", () => {
  expect(strangerFault("mien.fritz.box:7373", undefined)).toMatch(/mien\.fritz\.box.*setting hostNames/);
  expect(strangerFault("mien.fritz.box:7373", "http://mien.fritz.box:7373", ["Mien.fritz.box"])).toBeNull();
  expect(strangerFault("evil.mien.fritz.box", undefined, ["mien.fritz.box"])).not.toBeNull();
  expect(strangerFault("mien.fritz.box", "http://evil.example", ["mien.fritz.box"])).not.toBeNull();
});

test("a page that came by plain HTTP is a stranger by HTTPS, also where neither names its port", () => {
  expect(strangerFault("mien.local", "http://mien.local", ["mien.local"], true)).not.toBeNull();
  expect(strangerFault("mien.local", "https://mien.local", ["mien.local"], true)).toBeNull();
});

test("a name that is no name is not repeated at length", () => {
  expect(strangerFault("a".repeat(5_000), undefined)?.length).toBeLessThan(300);
});

test("a name that the owner adds holds at once, and is known by the whole door", async () => {
  const { server, appliance, remove } = await makeTestServer();
  const ask = async () =>
    (await server.inject({ url: "/api/state", headers: { host: "mien.fritz.box" } })).statusCode;
  expect(await ask()).toBe(403);
  await appliance.settings.change({ hostNames: ["mien.fritz.box"] });
  expect(await ask()).toBe(200);
  await remove();
});
