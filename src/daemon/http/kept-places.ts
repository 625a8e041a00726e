import type { Server as HttpServer } from "node:http";
import type { Socket } from "node:net";

/** A browser opens six connections at once and keeps them for a while; a page has sockets beside. */
const PER_PHONE = 8;
/** Programs, and somebody with a few tabs. */
const PER_ADDRESS = 64;
/** Each costs a descriptor and some 30 kB: more than a house has guests, and fewer than the machine can bear. */
const IN_ALL = 2_000;

const isLocal = (address: string): boolean => address === "::1" || /^(::ffff:)?127\./.test(address);

/**
 * Hangs up on whoever opens more connections than a house of guests does, from one address or in all. The machine's own
 * screen is asked for nothing: whatever comes from the network, it gets its page.
 */
export function keepPlaces(
  server: Pick<HttpServer, "on">,
  { phonesPerAddress, inAll = IN_ALL }: { phonesPerAddress: () => number; inAll?: number },
): void {
  const open = new Map<string, number>();
  let all = 0;
  server.on("connection", (socket: Socket) => {
    const address = socket.remoteAddress ?? "";
    if (isLocal(address)) return;
    const here = open.get(address) ?? 0;
    if (all >= inAll || here >= PER_ADDRESS + PER_PHONE * phonesPerAddress()) return socket.destroy();
    all++;
    open.set(address, here + 1);
    socket.once("close", () => {
      all--;
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}
