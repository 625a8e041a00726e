import type { FastifyReply, FastifyRequest } from "fastify";
import { sendRefused } from "./guard.ts";

/**
 * Before all of somebody is told, or their PIN is taken once more: on the machine itself, or by HTTPS. False, and answered,
 * where others in the network can read along: a session there is good for songs, and not for months of somebody's evenings.
 */
export function isUnread({ who }: Pick<FastifyRequest, "who">, reply: FastifyReply): boolean {
  if (!who.whence.secure) void sendRefused(reply, { fault: "readable" });
  return who.whence.secure;
}
