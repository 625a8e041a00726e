import type { NetworkInterfaceInfo } from "node:os";
import { expect, test } from "vitest";
import { phoneAddress } from "./phone-address.ts";

const info = (address: string, internal = false): NetworkInterfaceInfo => {
  const rest = { address, internal, mac: "00:00:00:00:00:00", netmask: "", cidr: null };
  return address.includes(":") ? { ...rest, family: "IPv6", scopeid: 0 } : { ...rest, family: "IPv4" };
};
const lo = [info("127.0.0.1", true), info("::1", true)];
const at = (interfaces: Record<string, NetworkInterfaceInfo[]>, hostNames: string[] = [], port = 7373) =>
  phoneAddress({ hostNames, port, interfaces: { lo, ...interfaces } });

test("the address in the network, with the port and the short way to the page", () => {
  expect(at({ wlan0: [info("fe80::1"), info("192.168.1.20")] })).toBe("http://192.168.1.20:7373/phone");
  expect(at({ eth0: [info("10.0.0.5")] }, [], 80)).toBe("http://10.0.0.5/phone");
});

test("a name that the owner gave comes first", () => {
  expect(at({ eth0: [info("10.0.0.5")] }, ["mien.cafe.example"])).toBe("http://mien.cafe.example:7373/phone");
});

test("networks of containers and tunnels, where no phone is, count for nothing", () => {
  const interfaces = {
    docker0: [info("172.17.0.1")],
    wg0: [info("10.9.0.2")],
    wlan0: [info("192.168.1.20")],
  };
  expect(at(interfaces)).toBe("http://192.168.1.20:7373/phone");
  expect(at({ docker0: [info("172.17.0.1")], tun0: [info("10.8.0.2")] })).toBeNull();
});

test("where there is IPv6 alone, its address is written as addresses of pages are", () => {
  expect(at({ eth0: [info("fe80::1"), info("2001:db8::20")] })).toBe("http://[2001:db8::20]:7373/phone");
});

test("in no network, or in one that gave no address, there is none", () => {
  expect(at({})).toBeNull();
  expect(at({ eth0: [info("169.254.3.4"), info("fe80::1")] })).toBeNull();
});
