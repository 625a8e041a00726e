import type { CookieSerializeOptions } from "@fastify/cookie";
import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import type { FastifyReply, FastifyRequest } from "fastify";
import { PersonName, Pin, type Role, type Seat, TypedPassphrase } from "../../../protocol/people.ts";
import type { Id } from "../../../protocol/time.ts";
import type { People } from "../../people/people.ts";
import { lives } from "../../people/sessions.ts";
import { sendRefused } from "../guard/guard.ts";
import { kioskCookie, sessionCookieOf } from "../guard/who.ts";
import { isProven, signedIn } from "./me.ts";
import { personTold } from "./person-told.ts";

const Nothing = { additionalProperties: false } as const;
const Token = Type.String({ minLength: 1, maxLength: 100 });
const YEAR_S = 365 * 86_400;

/** Signing in and out, and who one is. */
export const sessionRoutes: FastifyPluginAsyncTypebox<{ people: People }> = async (server, { people }) => {
  server.get("/api/session", async ({ who, secureWay }) => ({
    role: who.role,
    seat: who.seat,
    person: who.person && { ...personTold(who.person), hasPin: who.person.pinHash !== null },
    secureWay: who.whence.secure ? null : secureWay,
    ...(!who.whence.secure && { plain: true }),
  }));

  const SignIn = Type.Union([
    Type.Object({ name: PersonName, pin: Pin }, Nothing),
    Type.Object({ name: PersonName, passphrase: TypedPassphrase }, Nothing),
  ]);
  server.post("/api/session", { schema: { body: SignIn } }, async (request, reply) => {
    const { name, ...proof } = request.body;
    const outcome = await people.signIn.byName(name, proof, request.who.whence);
    if ("fault" in outcome) return sendRefused(reply, outcome);
    const { person, role } = outcome;
    // Only to whoever has the PIN: to anybody else an admin's name is as unknown as nobody's.
    const isReadable = !request.who.whence.secure && request.secureWay !== null;
    if (person.role === "admin" && isReadable) return sendRefused(reply, { fault: "admins-pin" });
    await beginSession(people, request, reply, { personId: person.id, role });
    return { role, person: personTold(person) };
  });

  /** At the kiosk that is going, too; who stays lets somebody else to the screen. */
  const Leaving = Type.Object({ stay: Type.Optional(Type.Literal("yes")) }, Nothing);
  server.delete("/api/session", { schema: { querystring: Leaving } }, async (request, reply) => {
    const { token, seat, person } = request.who;
    if (seat === "kiosk" && person !== null && request.query.stay === undefined)
      people.presence.leave(person.id);
    if (token !== undefined) await people.sessions.end(token);
    return reply.clearCookie(sessionCookieOf(request), cookieOf(request)).code(204).send();
  });

  /**
   * Somebody touches the screen, whatever comes of it: or who only reads there, or types what is not sent yet, would be
   * signed out under their own finger. As with every request that is not a look, the guard has taken the touch already.
   */
  const Touched = Type.Object({ reads: Type.Boolean() }, Nothing);
  server.post("/api/session/touched", { schema: { body: Touched } }, async (request, reply) => {
    const { token, person } = request.who;
    if (token !== undefined && person !== null) people.sessions.reads(token, request.body.reads);
    return reply.code(204).send();
  });

  /** A card makes a member; so does a PIN. What is more takes the passphrase. */
  const Step = Type.Object({ passphrase: TypedPassphrase }, Nothing);
  server.post("/api/session/admin", { schema: { body: Step } }, async (request, reply) => {
    const person = signedIn(request, reply);
    if (person === null || !(await isProven(people, request, reply, person))) return reply;
    if (people.register.get(person.id)?.role !== "admin")
      return reply.code(403).send({ error: "You are not an admin here." });
    await beginSession(people, request, reply, { personId: person.id, role: "admin" });
    return { role: "admin", person: personTold(person) };
  });

  const Ticket = Type.Object({ ticket: Token }, Nothing);
  server.post("/api/session/ticket", { schema: { body: Ticket } }, async (request, reply) => {
    const person = people.register.get(people.tickets.redeem(request.body.ticket) ?? "");
    if (person === null) return reply.code(401).send({ error: "Hold the card to the reader once more." });
    const { who } = request;
    // Whoever is signed in here already stays what they are: a card proves less than a passphrase, and takes nothing away.
    if (who.person?.id === person.id) return { role: who.role, person: personTold(person) };
    await beginSession(people, request, reply, { personId: person.id, role: "member" });
    return { role: "member", person: personTold(person) };
  });

  const Code = Type.Object({ code: Token }, Nothing);
  server.post("/api/kiosk", { schema: { body: Code } }, async (request, reply) => {
    const { whence } = request.who;
    const waitMs = people.signIn.takeAttempt("kiosk", whence);
    if (waitMs > 0) return sendRefused(reply, { fault: "wait", waitMs });
    const token = whence.here ? await people.screens.redeem(request.body.code) : null;
    if (token === null) return reply.code(403).send({ error: "That is not the code of Mien's own screen." });
    people.signIn.giveAttemptBack("kiosk", whence);
    return reply.setCookie(kioskCookie, token, cookieOf(request, YEAR_S)).code(204).send();
  });

  /** This browser is Mien's own screen no more, and nobody is signed in at it. */
  server.delete("/api/kiosk", async (request, reply) => {
    const { token, person } = request.who;
    await people.screens.forget(request.cookies[kioskCookie] ?? "");
    // Nobody could leave the room at this screen any more.
    if (person !== null) people.presence.leave(person.id);
    if (token !== undefined) await people.sessions.end(token);
    reply.clearCookie(kioskCookie, cookieOf(request));
    return reply.clearCookie(sessionCookieOf(request), cookieOf(request)).code(204).send();
  });
};

/**
 * With a new token, whatever cookie the browser brought. Who signs in at the kiosk by card or PIN is in the room, and has
 * turns; a passphrase is for work on the appliance, and says nothing of who is there to listen.
 */
export async function beginSession(
  people: People,
  request: FastifyRequest,
  reply: FastifyReply,
  { personId, role }: { personId: Id; role: Exclude<Role, "guest"> },
): Promise<void> {
  const { who } = request;
  const seat: Seat = who.seat === "kiosk" ? "kiosk" : role === "admin" ? "admin" : "phone";
  const token = await people.sessions.begin({ personId, seat, role, replacing: who.token });
  // Unless they went, or were deleted, while it was written down.
  if (seat === "kiosk" && role === "member" && people.sessions.find(token) !== null)
    people.presence.come(personId);
  reply.setCookie(sessionCookieOf(request), token, cookieOf(request, lives[seat].inAllMs / 1_000));
}

function cookieOf({ protocol }: FastifyRequest, maxAge?: number): CookieSerializeOptions {
  const cookie: CookieSerializeOptions = { path: "/", httpOnly: true, sameSite: "strict" };
  return { ...cookie, secure: protocol === "https", ...(maxAge !== undefined && { maxAge }) };
}
