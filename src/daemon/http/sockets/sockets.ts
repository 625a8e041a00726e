import type { Static, TSchema } from "typebox";
import type { Validator } from "typebox/compile";
import type { WebSocket } from "ws";

/** A phone in a pocket closes nothing: whoever is gone without a word is noticed within two of these. */
const PING_MS = 15_000;

/** Hangs up on a page that answers no longer. */
export function expectAnswers(socket: WebSocket): void {
  let alive = true;
  const ping = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
  }, PING_MS);
  socket.on("pong", () => {
    alive = true;
  });
  socket.once("close", () => clearInterval(ping));
}

/** How many sockets are open from each address, for as long as they are. Of null, where nothing is counted, none is. */
export class OpenByAddress {
  readonly #open = new Map<string, number>();

  from(address: string | null): number {
    return address === null ? 0 : (this.#open.get(address) ?? 0);
  }

  add(address: string | null, socket: WebSocket): void {
    if (address === null) return;
    this.#open.set(address, this.from(address) + 1);
    socket.once("close", () => {
      const left = this.from(address) - 1;
      if (left > 0) this.#open.set(address, left);
      else this.#open.delete(address);
    });
  }
}

/** What a page says; null where it is nothing that a page says. */
export function messageIn<Schema extends TSchema>(
  data: Buffer,
  schema: Validator<Record<never, never>, Schema>,
): Static<Schema> | null {
  try {
    const message: unknown = JSON.parse(data.toString());
    return schema.Check(message) ? message : null;
  } catch {
    return null; // Not JSON: as wrong as JSON of another shape, and told the same way.
  }
}
