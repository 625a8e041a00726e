import type { FastifyReply, FastifyRequest } from "fastify";
import type { People } from "../../people/people.ts";

/**
 * Before somebody is given a way in, who is known here or new: a card, a PIN, a passphrase, an admin's rights. An admin's
 * page that was left open would else let whoever finds it in for good. False, and answered, where the passphrase was given
 * too long ago: pages ask for it and then send the same once more (src/ui/link/ask.ts). Who sets Mien up is nobody yet.
 */
export function isProvenLately({ who }: FastifyRequest, reply: FastifyReply, people: People): boolean {
  if (who.person === null) return true;
  if (who.token !== undefined && people.sessions.isProven(who.token)) return true;
  void reply.code(403).send({
    error: "This gives somebody a way in: it takes your passphrase once more.",
    signIn: "admin",
  });
  return false;
}
