import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import type { EpochMs } from "../../../protocol/time.ts";
import type { People } from "../../people/people.ts";
import type { SaveOutcome, Sticks } from "../../people/sticks.ts";
import { isUnread } from "../guard/unread.ts";
import { dayOf } from "./local-day.ts";
import { isProven, Proof, signedIn } from "./me.ts";

const statusOf: Readonly<Record<Extract<SaveOutcome, { fault: string }>["fault"], number>> = {
  ...{ gone: 404, busy: 409, unwritable: 503, silent: 503, full: 507 },
};

/**
 * Everything that is kept of somebody, as a file: into their own browser, or at Mien's own screen, which has nowhere to put
 * one, onto a stick that they plug in.
 */
export const myExportRoutes: FastifyPluginAsyncTypebox<{ people: People; sticks: Sticks }> = async (
  server,
  { people, sticks },
) => {
  server.get("/api/me/export", async (request, reply) => {
    const person = signedIn(request, reply);
    if (person === null || !isUnread(request, reply)) return reply;
    const told = await people.export(person.id);
    return reply.header("content-disposition", attached(fileName(person.name, Date.now()))).send(told);
  });

  server.get("/api/me/export/sticks", async () => ({ sticks: await sticks.list() }));

  const Chosen = Type.Object(
    { stick: Type.String({ maxLength: 40 }), ...Proof },
    { additionalProperties: false },
  );
  /** With the PIN once more: what has been carried out of the house is never taken back. */
  server.post("/api/me/export/sticks", { schema: { body: Chosen } }, async (request, reply) => {
    const person = signedIn(request, reply);
    if (person === null || !(await isProven(people, request, reply, person))) return reply;
    const told = await people.export(person.id);
    if (told === null) return reply.code(404).send({ error: "There is nobody like that here." });
    const content = `${JSON.stringify(told, null, 2)}\n`;
    const outcome = await sticks.save(request.body.stick, fileName(person.name, Date.now()), content);
    if ("fault" in outcome) return reply.code(statusOf[outcome.fault]).send({ error: outcome.sentence });
    return reply.code(201).send(outcome.saved);
  });
};

/** Without what means something in a path. */
const withoutSigns = (text: string): string => text.replace(/[\p{C}/\\:*?"<>|]/gu, "");

/** Several people's files lie beside each other in one folder. */
const fileName = (name: string, at: EpochMs): string => withoutSigns(`mien-${name}-${dayOf(at)}.json`);

/** Browsers that know no other letters leave them out. */
function attached(whole: string): string {
  // Once more: plain letters can be made of others, and a quote of a wide one.
  const plain = withoutSigns(whole.normalize("NFKD")).replace(/[^\x20-\x7e]/g, "");
  const encoded = encodeURIComponent(whole).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
