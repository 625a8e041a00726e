import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** How often it is looked within the time. */
const LOOKS = 6;

/**
 * Hangs up on whoever takes nothing of an answer for so long, while something waits to go out. Not by the socket's own
 * timeout: each byte that they send begins that anew. Whoever reads slowly makes room in bursts: on one machine the system
 * held up to 1.4 MB back for a reader of 1.2 MB/s before it took more, so the time has to be many times such a second.
 */
export function endStalled(
  socket: Pick<Socket, "bytesWritten" | "writableLength"> & { destroy(): unknown },
  reply: Pick<ServerResponse, "writableLength"> & { once(event: "close", listener: () => void): unknown },
  withinMs: number,
): void {
  let taken = 0;
  let inVain = 0;
  const look = setInterval(() => {
    const now = socket.bytesWritten - socket.writableLength;
    inVain = reply.writableLength > 0 && now === taken ? inVain + 1 : 0;
    taken = now;
    if (inVain >= LOOKS) socket.destroy();
  }, withinMs / LOOKS).unref();
  reply.once("close", () => clearInterval(look));
}
