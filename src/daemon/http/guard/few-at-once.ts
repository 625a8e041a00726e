import type { FastifyReply, FastifyRequest } from "fastify";

/** Each goes through the whole library or history, past everybody who wants a song. */
const MOST = 2;

/** Turns away who asks for long answers while others are being sent. Counts for the routes that share it. */
export function fewAtOnce(most = MOST) {
  let running = 0;
  return async (_request: FastifyRequest, reply: FastifyReply) => {
    if (running >= most)
      return reply.code(429).send({ error: "Others are being sent: ask again in a moment." });
    running++;
    reply.raw.once("close", () => running--);
  };
}
