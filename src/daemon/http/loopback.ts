import type { FastifyReply, FastifyRequest } from "fastify";

/** Until an owner can sign in, whatever changes more than the music of the moment is done on the machine itself. */
export function hereOnly(sentence: string) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.method !== "GET" && request.method !== "HEAD" && !isLoopback(request.ip))
      return reply.code(403).send({ error: sentence });
  };
}

function isLoopback(address: string): boolean {
  return address === "::1" || /^(::ffff:)?127\./.test(address);
}
