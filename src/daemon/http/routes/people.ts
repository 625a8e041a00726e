import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import type { FastifyReply } from "fastify";
import { Passphrase, PersonName, Pin } from "../../../protocol/people.ts";
import type { People } from "../../people/people.ts";
import { sendRefused } from "../guard/guard.ts";
import { isProvenLately } from "../guard/proven-lately.ts";
import { AnId } from "./library.ts";
import { cardsTold, personTold, sendUnwilling } from "./person-told.ts";
import { beginSession } from "./session.ts";

const Nothing = { additionalProperties: false } as const;
const PersonId = Type.Object({ id: AnId });
const Member = Type.Union([Type.Literal("member"), Type.Literal("admin")]);

export interface PeopleRoutesOptions {
  people: People;
  /** Elsewhere than at home no list of names is ever shown. */
  isHome: () => boolean;
}

/** Who is known here: registering at the kiosk, its tiles, and what admins do with people and cards. */
export const peopleRoutes: FastifyPluginAsyncTypebox<PeopleRoutesOptions> = async (
  server,
  { people, isHome },
) => {
  const { register, presence, newcomers } = people;

  server.get("/api/people/tiles", async () => ({
    tiles: isHome() ? register.people.filter(({ onTile }) => onTile).map(({ name }) => ({ name })) : [],
  }));

  const Newcomer = Type.Object(
    {
      name: PersonName,
      pin: Type.Optional(Pin),
      passphrase: Type.Optional(Passphrase),
      role: Type.Optional(Member),
      onTile: Type.Optional(Type.Boolean()),
    },
    Nothing,
  );
  /** Whoever registers at the kiosk is signed in by it; whom an admin adds is not. */
  server.post("/api/people", { schema: { body: Newcomer } }, async (request, reply) => {
    const { who } = request;
    const { name, pin = null, passphrase = null, role = "member", onTile = false } = request.body;
    const byAdmin = who.role === "admin";
    if (!byAdmin && (role === "admin" || passphrase !== null))
      return reply.code(403).send({ error: "Only an admin makes another one." });
    if (role === "admin" && !register.hasAdmin) return sendSetUpFirst(reply);
    // Whoever is new comes with a PIN or a passphrase: a way in.
    if (byAdmin && !isProvenLately(request, reply, people)) return reply;
    const waitMs = byAdmin ? 0 : newcomers.begin(name, who.whence);
    if (waitMs > 0) return sendRefused(reply, { fault: "wait", waitMs });
    const outcome = await people.accounts.add({ name, role, pin, passphrase, onTile }, who.whence);
    if ("fault" in outcome) return sendUnwilling(reply, outcome);
    if (!byAdmin) await beginSession(people, request, reply, { personId: outcome.person.id, role: "member" });
    return reply.code(201).send(personTold(outcome.person));
  });

  /** Whether a newcomer may be called that, before they think of a PIN. */
  const Called = Type.Object({ name: PersonName }, Nothing);
  server.post("/api/people/name", { schema: { body: Called } }, async (request, reply) => {
    const { who, body } = request;
    const outcome =
      who.role === "admin" ? people.accounts.named(body.name) : newcomers.ask(body.name, who.whence);
    if ("waitMs" in outcome) return sendRefused(reply, outcome);
    return "fault" in outcome ? sendUnwilling(reply, outcome) : reply.code(204).send();
  });

  server.get("/api/people", async () => {
    const present = new Set(presence.present);
    return {
      people: register.people.map((person) => ({
        ...personTold(person),
        madeAt: person.madeAt,
        isPresent: present.has(person.id),
        cards: cardsTold(people, person.id),
      })),
    };
  });

  const Change = Type.Partial(
    Type.Object({ name: PersonName, role: Member, onTile: Type.Boolean(), pin: Pin, passphrase: Passphrase }),
    Nothing,
  );
  server.patch("/api/people/:id", { schema: { params: PersonId, body: Change } }, async (request, reply) => {
    const { who, params, body } = request;
    if (body.role === "admin" && !register.hasAdmin) return sendSetUpFirst(reply);
    const letsIn = body.role === "admin" || body.pin !== undefined || body.passphrase !== undefined;
    if (letsIn && !isProvenLately(request, reply, people)) return reply;
    const outcome = await people.accounts.change(params.id, body, who.whence, who.token);
    return "fault" in outcome ? sendUnwilling(reply, outcome) : personTold(outcome.person);
  });

  server.delete("/api/people/:id", { schema: { params: PersonId } }, async (request, reply) => {
    const unwilling = await people.accounts.remove(request.params.id);
    return unwilling ? sendUnwilling(reply, unwilling) : reply.code(204).send();
  });

  const Card = Type.Object({ number: Type.String({ minLength: 4, maxLength: 80 }) }, Nothing);
  server.post(
    "/api/people/:id/cards",
    { schema: { params: PersonId, body: Card } },
    async (request, reply) => {
      if (!isProvenLately(request, reply, people)) return reply;
      const outcome = await people.accounts.addCard(request.params.id, request.body.number);
      return "fault" in outcome ? sendUnwilling(reply, outcome) : reply.code(201).send(outcome);
    },
  );

  const OfPerson = Type.Object({ id: AnId, card: AnId });
  server.delete("/api/people/:id/cards/:card", { schema: { params: OfPerson } }, async (request, reply) => {
    const { id, card } = request.params;
    if (await register.removeCard(id, card)) return reply.code(204).send();
    return reply.code(404).send({ error: "There is no such card." });
  });
};

/** Until Mien is set up whoever is on the machine is its owner, and would make an admin past the question where it stands. */
const sendSetUpFirst = (reply: FastifyReply) =>
  reply.code(409).send({ error: "Set Mien up first: that makes the first admin, and asks where it stands." });
