import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import type { Cards, ReaderUnwilling } from "../../cards/cards.ts";
import type { People } from "../../people/people.ts";
import { isProvenLately } from "../guard/proven-lately.ts";
import { AnId } from "./library.ts";
import { isProven, Proof, signedIn } from "./me.ts";

const Nothing = { additionalProperties: false } as const;
const PersonId = Type.Object({ id: AnId });
const Body = Type.Object({}, Nothing);
const ReaderId = Type.String({ pattern: "^[\\da-f]{4}:[\\da-f]{4}$" });

const statusOf: Readonly<Record<ReaderUnwilling["fault"], number>> = {
  unknown: 404,
  refused: 409,
  full: 409,
};

/** Card readers, and cards that become somebody's by being held to one. How it goes on is in the state, under `cards`. */
export const readerRoutes: FastifyPluginAsyncTypebox<{ cards: Cards; people: People }> = async (
  server,
  { cards, people },
) => {
  server.get("/api/readers", async () => ({ readers: cards.candidates }));

  /** A reader that types is known at once; another one is listened to until its cards can be told apart. */
  const Named = Type.Object({ reader: ReaderId }, Nothing);
  server.post("/api/readers", { schema: { body: Named } }, async (request, reply) => {
    const unwilling = await cards.learn(request.body.reader);
    if (unwilling) return reply.code(statusOf[unwilling.fault]).send({ error: unwilling.sentence });
    return reply.code(202).send({});
  });

  server.delete("/api/readers/learning", async (_request, reply) => {
    await cards.stopLearning();
    return reply.code(204).send();
  });

  const ById = Type.Object({ reader: ReaderId });
  server.delete("/api/readers/:reader", { schema: { params: ById } }, async (request, reply) => {
    if (await cards.forget(request.params.reader)) return reply.code(204).send();
    return reply.code(404).send({ error: "Nobody named such a reader." });
  });

  server.post(
    "/api/people/:id/cards/teach",
    { schema: { params: PersonId, body: Body } },
    async (request, reply) => {
      const { id } = request.params;
      if (people.register.get(id) === null)
        return reply.code(404).send({ error: "There is nobody like that here." });
      if (!isProvenLately(request, reply, people)) return reply;
      cards.teach(id);
      return reply.code(202).send({});
    },
  );

  const Proven = Type.Object(Proof, Nothing);
  server.post("/api/me/cards/teach", { schema: { body: Proven } }, async (request, reply) => {
    const person = signedIn(request, reply);
    if (person === null || !(await isProven(people, request, reply, person))) return reply;
    cards.teach(person.id);
    return reply.code(202).send({});
  });

  server.delete("/api/cards/teaching", async (_request, reply) => {
    cards.stopTeaching();
    return reply.code(204).send();
  });
};
