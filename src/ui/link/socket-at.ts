import type { Seat } from "../../protocol/people.ts";

/** A socket to the daemon that served this page. */
export function socketAt(seat: Seat): WebSocket {
  const address = new URL(`/ws?seat=${seat}`, location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  return new WebSocket(address);
}
