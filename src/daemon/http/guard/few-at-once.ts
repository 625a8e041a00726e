import type { FastifyReply, FastifyRequest } from "fastify";
import { endStalled } from "./stalled.ts";

/** Each goes through the whole library or history, past everybody who wants a song. */
const MOST = 2;
/** A network that breaks off for a moment, and a disk that wakes, take less. */
const STALLED_MS = 30_000;

/**
 * Turns away who asks for long answers while others are being sent. Counts for the routes that share it. Admins and the
 * machine itself have as many places as all others together, and a device has half of those: so nobody takes the owner's
 * by reading slowly. Who reads nothing at all is hung up on.
 */
export function fewAtOnce(most = MOST, stalledMs = STALLED_MS) {
  const running = new Map<string, number>();
  return async ({ who, raw }: FastifyRequest, reply: FastifyReply) => {
    const isOwners = who.role === "admin" || who.whence.here;
    const places = isOwners
      ? [{ of: "the owner", most }]
      : [
          { of: "others", most },
          { of: who.whence.address, most: most / 2 },
        ];
    if (places.some(({ of, most }) => (running.get(of) ?? 0) >= most))
      return reply.code(429).send({ error: "Others are being sent: ask again in a moment." });
    for (const { of } of places) running.set(of, (running.get(of) ?? 0) + 1);
    reply.raw.once("close", () => {
      for (const { of } of places) {
        const left = (running.get(of) ?? 1) - 1;
        if (left > 0) running.set(of, left);
        else running.delete(of);
      }
    });
    endStalled(raw.socket, reply.raw, stalledMs);
  };
}
