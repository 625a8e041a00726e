import type { Server as HttpServer } from "node:http";
import type { Socket } from "node:net";
import { countedBy } from "./networks.ts";

/** A browser opens six connections at once and keeps them for a while; a page has sockets beside. */
const PER_PHONE = 8;
/** Programs, and somebody with a few tabs. */
const PER_ADDRESS = 64;
/** Each costs a descriptor and some 30 kB: more than a house has guests, and fewer than the machine can bear. */
const IN_ALL = 2_000;

const isLocal = (address: string): boolean => address === "::1" || /^(::ffff:)?127\./.test(address);

/**
 * Hangs up on whoever opens more connections than a house of guests does: from one address, from one network of IPv6,
 * in which one machine may have any number of addresses, or in all. Half of the places are left to others. The machine's own
 * screen is asked for nothing: whatever comes from the network, it gets its page.
 */
export function keepPlaces(
  server: Pick<HttpServer, "on">,
  { phonesPerAddress, inAll = IN_ALL }: { phonesPerAddress: () => number; inAll?: number },
): void {
  const open = new Map<string, number>();
  const leave = (key: string): void => {
    const left = (open.get(key) ?? 1) - 1;
    if (left > 0) open.set(key, left);
    else open.delete(key);
  };
  let all = 0;
  server.on("connection", (socket: Socket) => {
    const address = socket.remoteAddress ?? "";
    if (isLocal(address)) return;
    // One address of IPv4 may be a whole house, where the setting says so.
    const { device, network } = countedBy(address);
    const here = open.get(device) ?? 0;
    const there = network === null ? 0 : (open.get(network) ?? 0);
    const isFull = all >= inAll || here >= PER_ADDRESS + PER_PHONE * phonesPerAddress() || there >= inAll / 2;
    if (isFull) return socket.destroy();
    all++;
    open.set(device, here + 1);
    if (network !== null) open.set(network, there + 1);
    socket.once("close", () => {
      all--;
      leave(device);
      if (network !== null) leave(network);
    });
  });
}
