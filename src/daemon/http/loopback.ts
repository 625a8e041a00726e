import type { FastifyReply, FastifyRequest } from "fastify";

/** Until an owner can sign in, whatever changes more than the music of the moment is done on the machine itself. */
export function hereOnly(sentence: string, { alsoReading = false } = {}) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const reads = request.method === "GET" || request.method === "HEAD";
    if ((alsoReading || !reads) && !isHere(request)) return reply.code(403).send({ error: sentence });
  };
}

/** Whether somebody asks from this machine, and not from another one in the network. */
export function isHere({ ip }: FastifyRequest): boolean {
  return ip === "::1" || /^(::ffff:)?127\./.test(ip);
}
