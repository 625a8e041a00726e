import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Passphrase, PersonalWishes, PersonName, Pin, TypedPassphrase } from "../../../protocol/people.ts";
import type { PeopleTables, StoredPerson } from "../../../store/people/people-tables.ts";
import type { People } from "../../people/people.ts";
import { sendRefused } from "../guard/guard.ts";
import { isUnread } from "../guard/unread.ts";
import { AnId } from "./library.ts";
import { cardsTold, personTold, sendUnwilling } from "./person-told.ts";

const Nothing = { additionalProperties: false } as const;

/**
 * A page left open at the kiosk is anybody's: what can't be undone, or would let them in again later, takes the PIN or the
 * passphrase once more.
 */
export const Proof = { pin: Type.Optional(Pin), passphrase: Type.Optional(TypedPassphrase) };

export interface MeRoutesOptions {
  people: People;
  tables: PeopleTables;
}

/** What somebody who is signed in keeps here: wishes, cards, and the way out. */
export const meRoutes: FastifyPluginAsyncTypebox<MeRoutesOptions> = async (server, { people, tables }) => {
  server.get("/api/me", async (request, reply) => {
    const person = signedIn(request, reply);
    if (person === null) return reply;
    const isPresent = people.presence.visitOf(person.id) !== null;
    const cards = cardsTold(people, person.id);
    return { ...personTold(person), isPresent, cards, ...(await tables.tastes(person.id)) };
  });

  const Change = Type.Object(
    {
      ...Proof,
      name: Type.Optional(PersonName),
      onTile: Type.Optional(Type.Boolean()),
      named: Type.Optional(Type.Boolean()),
      wishes: Type.Optional(PersonalWishes),
      newPin: Type.Optional(Pin),
      newPassphrase: Type.Optional(Passphrase),
    },
    Nothing,
  );
  server.patch("/api/me", { schema: { body: Change } }, async (request, reply) => {
    const person = signedIn(request, reply);
    if (person === null) return reply;
    const { pin, passphrase, newPin, newPassphrase, ...rest } = request.body;
    const isGrave = [rest.name, newPin, newPassphrase].some((each) => each !== undefined);
    if (newPassphrase !== undefined && person.role !== "admin")
      return reply.code(400).send({ error: "Passphrases are for admins." });
    // Or four digits that somebody saw being typed would make an admin.
    if (newPassphrase !== undefined && passphrase === undefined)
      return reply.code(400).send({ error: "A new passphrase takes the one of now, not a PIN." });
    if (isGrave && !(await isProven(people, request, reply, person))) return reply;
    const secrets = {
      ...(newPin !== undefined && { pin: newPin }),
      ...(newPassphrase !== undefined && { passphrase: newPassphrase }),
    };
    const { token, whence } = request.who;
    const outcome = await people.accounts.change(person.id, { ...rest, ...secrets }, whence, token);
    return "fault" in outcome ? sendUnwilling(reply, outcome) : personTold(outcome.person);
  });

  server.delete("/api/me", { schema: { body: Type.Object(Proof, Nothing) } }, async (request, reply) => {
    const person = signedIn(request, reply);
    if (person === null || !(await isProven(people, request, reply, person))) return reply;
    const unwilling = await people.accounts.remove(person.id);
    return unwilling ? sendUnwilling(reply, unwilling) : reply.code(204).send();
  });

  /** From wherever: a card that is lost can't be held to a reader. */
  const OwnCard = { params: Type.Object({ id: AnId }), body: Type.Object(Proof, Nothing) };
  server.delete("/api/me/cards/:id", { schema: OwnCard }, async (request, reply) => {
    const person = signedIn(request, reply);
    if (person === null || !(await isProven(people, request, reply, person))) return reply;
    if (await people.register.removeCard(person.id, request.params.id)) return reply.code(204).send();
    return reply.code(404).send({ error: "There is no such card." });
  });

  /** Everywhere, here too. */
  server.delete("/api/me/sessions", async (request, reply) => {
    const person = signedIn(request, reply);
    if (person === null) return reply;
    await people.sessions.endOf(person.id);
    return reply.code(204).send();
  });

  /** Out of the room, from wherever: who forgot to tap out can do it from their phone. */
  server.delete("/api/me/presence", async (request, reply) => {
    const person = signedIn(request, reply);
    if (person === null) return reply;
    people.presence.leave(person.id);
    return reply.code(204).send();
  });
};

/** Null, and answered, for the owner of an appliance that was not set up: who is nobody in particular yet. */
export function signedIn({ who }: FastifyRequest, reply: FastifyReply): StoredPerson | null {
  if (who.person === null) void reply.code(409).send({ error: "Sign in with your name first." });
  return who.person;
}

/** False, and answered, where the PIN or the passphrase is wrong or missing, or others could read it. */
export async function isProven(
  people: People,
  request: Pick<FastifyRequest, "who"> & { body: { pin?: string; passphrase?: string } },
  reply: FastifyReply,
  { id }: StoredPerson,
): Promise<boolean> {
  const { pin, passphrase } = request.body;
  if (passphrase === undefined && !isUnread(request, reply)) return false;
  const proof = passphrase !== undefined ? { passphrase } : pin !== undefined ? { pin } : null;
  const refused =
    proof === null ? ({ fault: "wrong" } as const) : await people.signIn.again(id, proof, request.who.whence);
  if (refused?.fault === "wrong" && proof !== null)
    await reply
      .code(401)
      .send({ error: "pin" in proof ? "That is not your PIN." : "That is not your passphrase." });
  else if (refused) await sendRefused(reply, refused);
  return refused === null;
}
