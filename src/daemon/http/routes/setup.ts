import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import { Passphrase, PersonName, Pin } from "../../../protocol/people.ts";
import { Settings } from "../../../protocol/settings.ts";
import type { SecureAddress } from "../../../protocol/state.ts";
import type { People } from "../../people/people.ts";
import type { Setup } from "../../people/setup.ts";
import { cameraDuty, cameraForbidden } from "../../senses/camera-law.ts";
import { sendRefused } from "../guard/guard.ts";
import { personTold, sendUnwilling } from "./person-told.ts";
import { beginSession } from "./session.ts";

const Nothing = { additionalProperties: false } as const;
const [home, venue, workplace, school] = Settings.properties.stands.anyOf;

/** The first start. From the machine itself, or from elsewhere with the code that the journal and the screen tell. */
export const setupRoutes: FastifyPluginAsyncTypebox<{
  people: People;
  setup: Setup;
  https: () => SecureAddress | null;
}> = async (server, { people, setup, https }) => {
  server.addHook("onReady", async () => setup.start());

  server.get("/api/setup", async ({ who }) => ({
    isNeeded: setup.isNeeded,
    // Who is elsewhere has to know it from here.
    code: who.whence.here ? setup.code : null,
    // A passphrase comes by HTTPS alone.
    address: who.whence.here && setup.isNeeded ? setupAddress(https()) : null,
  }));

  const Given = Type.Object(
    {
      code: Type.Optional(Type.String({ maxLength: 40 })),
      admin: Type.Object({ name: PersonName, passphrase: Passphrase, pin: Type.Optional(Pin) }, Nothing),
      stands: Type.Union([home, venue, workplace, school]),
      place: Type.String({ minLength: 1, maxLength: 80 }),
      timeZone: Type.Optional(Settings.properties.timeZone),
      languages: Type.Optional(Settings.properties.screenLanguages),
    },
    Nothing,
  );
  server.post("/api/setup", { schema: { body: Given } }, async (request, reply) => {
    const { whence } = request.who;
    const { code, admin, stands, place, timeZone = null, languages = [] } = request.body;
    if (!setup.isNeeded) return reply.code(409).send({ error: "Mien is set up already." });
    if (!whence.secure) return sendRefused(reply, { fault: "insecure" });
    if (!whence.here) {
      const waitMs = people.signIn.takeAttempt("setup", whence);
      if (waitMs > 0) return sendRefused(reply, { fault: "wait", waitMs });
      if (code === undefined || !setup.isCode(code))
        return reply.code(403).send({
          error: "From another machine this takes the setup code: it is in Mien's log and on its screen.",
        });
    }
    const outcome = await setup.complete(
      { admin: { ...admin, pin: admin.pin ?? null }, stands, place, timeZone, languages },
      whence,
    );
    if (outcome === null) return reply.code(409).send({ error: "Somebody else is just setting it up." });
    if ("fault" in outcome) return sendUnwilling(reply, outcome);
    const { person } = outcome;
    await beginSession(people, request, reply, { personId: person.id, role: "admin" });
    const camera = { forbidden: cameraForbidden(stands), duty: cameraDuty(stands) };
    return reply.code(201).send({ person: personTold(person), camera });
  });
};

/** Where another device finds this page; null while Mien is on this machine alone. */
function setupAddress(https: SecureAddress | null): string | null {
  if (https === null) return null;
  const { host, port } = https;
  return `https://${host.includes(":") ? `[${host}]` : host}:${port}/setup`;
}
