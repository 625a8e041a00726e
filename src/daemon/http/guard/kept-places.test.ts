import { EventEmitter } from "node:events";
import type { Server } from "node:http";
import { beforeEach, expect, test } from "vitest";
import { keepPlaces } from "./kept-places.ts";

const inAll = 200;
let server: EventEmitter;
beforeEach(() => {
  server = new EventEmitter();
  keepPlaces(server as unknown as Server, { phonesPerAddress: () => 1, inAll });
});

class Connection extends EventEmitter {
  readonly remoteAddress: string;
  isOpen = true;
  constructor(remoteAddress: string) {
    super();
    this.remoteAddress = remoteAddress;
  }
  destroy(): void {
    this.isOpen = false;
  }
}
function connect(address: string): Connection {
  const socket = new Connection(address);
  server.emit("connection", socket);
  return socket;
}
const opened = (address: string, count: number) =>
  Array.from({ length: count }, () => connect(address)).filter(({ isOpen }) => isOpen);

test("one address has so many connections and no more, until one of them ends", () => {
  const mine = opened("192.168.1.20", 200);
  expect(mine).toHaveLength(72);
  expect(connect("192.168.1.21").isOpen).toBe(true);
  mine[0]?.emit("close");
  expect(connect("192.168.1.20").isOpen).toBe(true);
  expect(connect("192.168.1.20").isOpen).toBe(false);
});

test("by IPv6 a host has no more places for having as many addresses as it likes", () => {
  const far = Array.from({ length: 200 }, (_, n) => connect(`2001:db8:1:2::${n.toString(16)}`));
  expect(far.filter(({ isOpen }) => isOpen)).toHaveLength(72);
  for (const each of far) each.emit("close");
  const near = Array.from({ length: 200 }, (_, n) => connect(`fe80::${n.toString(16)}%eth0`));
  // Phones next to it share those bits: each has its own, and others keep half of all.
  expect(near.filter(({ isOpen }) => isOpen)).toHaveLength(inAll / 2);
  expect(connect("192.168.1.20").isOpen).toBe(true);
});

test("one address of IPv4 may be a whole house, where the owner says so", () => {
  const house = new EventEmitter();
  keepPlaces(house as unknown as Server, { phonesPerAddress: () => 100, inAll });
  server = house;
  expect(opened("192.168.1.1", inAll)).toHaveLength(inAll);
});

test("however many the network opens, the machine's own screen has its place", () => {
  for (let n = 0; n < 250; n++) connect(`10.0.0.${n}`);
  expect(connect("10.0.1.1").isOpen).toBe(false);
  for (const address of ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
    expect(opened(address, 300)).toHaveLength(300);
});
