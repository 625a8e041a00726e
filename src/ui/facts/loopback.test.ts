import { expect, test } from "vitest";
import { isLoopback } from "./loopback.ts";

test.each([
  ["localhost", true],
  ["127.0.0.1", true],
  ["[::1]", true],
  ["mien.local", false],
  ["127.0.0.1.example", false],
  ["192.168.0.7", false],
])("%s: %s", (hostname, own) => {
  expect(isLoopback(hostname)).toBe(own);
});
