import { EventEmitter } from "node:events";
import type { Server } from "node:http";
import { beforeEach, expect, test } from "vitest";
import { keepPlaces } from "./kept-places.ts";

let server: EventEmitter;
beforeEach(() => {
  server = new EventEmitter();
  keepPlaces(server as unknown as Server, { phonesPerAddress: () => 1, inAll: 100 });
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

test("however many the network opens, the machine's own screen has its place", () => {
  for (let n = 0; n < 200; n++) connect(`10.0.0.${n}`);
  expect(connect("10.0.1.1").isOpen).toBe(false);
  for (const address of ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
    expect(opened(address, 300)).toHaveLength(300);
});
