import type { FastifyReply } from "fastify";
import type { OwnCard, Person } from "../../../protocol/people.ts";
import type { Id } from "../../../protocol/time.ts";
import type { StoredPerson } from "../../../store/people/people-tables.ts";
import type { People } from "../../people/people.ts";
import type { Unwilling } from "../../people/unwilling.ts";

/** Somebody, without their hashes. */
export function personTold({ id, name, role, onTile, named, wishes }: StoredPerson): Person {
  return { id, name, role, onTile, named, wishes };
}

/** Somebody's cards, the oldest first. What is kept of a number is a keyed hash, and nobody's to see. */
export function cardsTold({ register }: Pick<People, "register">, person: Id): readonly OwnCard[] {
  const cards = register.cardsOf(person).map(({ id, addedAt }) => ({ id, addedAt }));
  return cards.toSorted((a, b) => a.addedAt - b.addedAt);
}

const statusOf: Readonly<Record<Unwilling["fault"], number>> = {
  ...{ invalid: 400, unknown: 404, taken: 409, full: 409, "last-admin": 409, busy: 503 },
};

export function sendUnwilling(reply: FastifyReply, { fault, sentence }: Unwilling) {
  return reply.code(statusOf[fault]).send({ error: sentence });
}
