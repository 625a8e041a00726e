import type { FastifyRequest } from "fastify";

/** Whether somebody asks from this machine, and not from another one in the network. */
export function isHere({ ip }: FastifyRequest): boolean {
  return ip === "::1" || /^(::ffff:)?127\./.test(ip);
}
