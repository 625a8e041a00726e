import type { FastifyReply } from "fastify";
import type { Person } from "../../../protocol/people.ts";
import type { StoredPerson } from "../../../store/people/people-tables.ts";
import type { Unwilling } from "../../people/unwilling.ts";

/** Somebody, without their hashes. */
export function personTold({ id, name, role, onTile, named, wishes }: StoredPerson): Person {
  return { id, name, role, onTile, named, wishes };
}

const statusOf: Readonly<Record<Unwilling["fault"], number>> = {
  ...{ invalid: 400, unknown: 404, taken: 409, full: 409, "last-admin": 409, busy: 503 },
};

export function sendUnwilling(reply: FastifyReply, { fault, sentence }: Unwilling) {
  return reply.code(statusOf[fault]).send({ error: sentence });
}
