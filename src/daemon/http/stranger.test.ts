import { hostname } from "node:os";
import { expect, test } from "vitest";
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
