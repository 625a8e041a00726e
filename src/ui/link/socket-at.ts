import type { Seat } from "../../protocol/people.ts";

/** A socket to the daemon that served this page. */
export function socketAt(seat: Seat): WebSocket {
  return opened(`/ws?seat=${seat}`);
}

/** Of cards that are held to a reader. */
export function tapsSocket(): WebSocket {
  return opened("/ws/taps");
}

function opened(path: string): WebSocket {
  const address = new URL(path, location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  return new WebSocket(address);
}
