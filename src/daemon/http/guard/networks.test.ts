import { expect, test } from "vitest";
import { countedBy, deviceOf, networkOf } from "./networks.ts";

const ours = () => new Set(["2001:db8:0:1"]);

test("next to this machine each phone is one, by IPv6 too", () => {
  for (const address of ["192.168.1.20", "2001:db8:0:1::20", "2001:db8:0:1:a:b:c:d", "fe80::20%wlan0"])
    expect(deviceOf(address, ours)).toBe(address);
  expect(deviceOf("::ffff:192.168.1.20", ours)).toBe("192.168.1.20");
});

test("a network that is a house's own is near wherever in the house it is", () => {
  for (const address of ["fd12:3456:789a:1::20", "fc00::20", "fe80::20", "febf::20"])
    expect(deviceOf(address, ours)).toBe(address);
  for (const address of ["fec0::20", "fe7f::20", "fbff::20", "f::20", "fd::20", "ff02::1"])
    expect(deviceOf(address, ours)).toBe(networkOf(address));
});

test("the network is counted as well where one device may have any number of addresses in it", () => {
  expect(countedBy("fe80::20%wlan0")).toEqual({ device: "fe80::20%wlan0", network: "fe80:0:0:0/64" });
  for (const address of ["192.168.1.20", "::ffff:192.168.1.20", "2001:db8:0:2::20"])
    expect(countedBy(address)).toEqual({ device: deviceOf(address), network: null });
});

test("from farther away 64 bits are one subscriber", () => {
  for (const address of ["2001:db8:0:2::20", "2001:db8:0:2:a:b:c:d"])
    expect(deviceOf(address, ours)).toBe("2001:db8:0:2");
  expect(networkOf("2001:db8::20")).toBe("2001:db8:0:0");
});

test("which networks are its own is asked of the machine itself", () => {
  expect(deviceOf("2001:db8:ffff:ffff::20")).toBe("2001:db8:ffff:ffff");
});
