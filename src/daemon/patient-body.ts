import type { Readable } from "node:stream";

/** A phone that left the house. */
const SILENCE_MS = 30_000;

/**
 * What somebody sends, as it comes, however long that takes. Who says nothing for a while is hung up on, and looks like a
 * connection that broke off. Only the sender's own time counts: whoever takes the pieces may take long over them, as a
 * card does. Where that one stops early the body stays: the answer goes out by the same connection.
 */
export async function* patientBody(body: Readable, silenceMs = SILENCE_MS): AsyncGenerator<Buffer> {
  const brokenOff = Object.assign(new Error("the sender has gone silent"), { code: "ECONNRESET" });
  const listen = () => setTimeout(() => body.destroy(brokenOff), silenceMs);
  let silence = listen();
  try {
    for await (const piece of body.iterator({ destroyOnReturn: false })) {
      clearTimeout(silence);
      yield piece;
      silence = listen();
    }
  } finally {
    clearTimeout(silence);
  }
}
