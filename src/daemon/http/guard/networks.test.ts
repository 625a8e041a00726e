import { expect, test } from "vitest";
import { deviceOf, networkOf } from "./networks.ts";

const ours = () => new Set(["2001:db8:0:1"]);

test("next to this machine each phone is one, by IPv6 too", () => {
  for (const address of ["192.168.1.20", "2001:db8:0:1::20", "2001:db8:0:1:a:b:c:d", "fe80::20%wlan0"])
    expect(deviceOf(address, ours)).toBe(address);
  expect(deviceOf("::ffff:192.168.1.20", ours)).toBe("192.168.1.20");
});

test("from farther away 64 bits are one subscriber", () => {
  for (const address of ["2001:db8:0:2::20", "2001:db8:0:2:a:b:c:d"])
    expect(deviceOf(address, ours)).toBe("2001:db8:0:2");
  expect(networkOf("2001:db8::20")).toBe("2001:db8:0:0");
});

test("which networks are its own is asked of the machine itself", () => {
  expect(deviceOf("2001:db8:ffff:ffff::20")).toBe("2001:db8:ffff:ffff");
});
