import fastifyCookie from "@fastify/cookie";
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from "fastify";
import type { Command } from "../../../protocol/messages.ts";
import type { Actor, Role } from "../../../protocol/people.ts";
import type { SecureAddress } from "../../../protocol/state.ts";
import type { People } from "../../people/people.ts";
import { mayDo, opensCamera, type Right, rightOf, routeKey, routeRights } from "./rights.ts";
import { isForAdmins, secureWay } from "./secure-way.ts";
import { type Who, whoAsks } from "./who.ts";

/** What no browser may keep: the next one at it is somebody else. */
const personal = /^\/api\/(me|session|people|setup|kiosk)\b/;

declare module "fastify" {
  interface FastifyInstance {
    /** Every route, as `GET /api/state`, with what it takes. */
    guardedRoutes: ReadonlyMap<string, FastifySchema>;
  }
  interface FastifyRequest {
    /** Who asks, as it was when the request came. */
    who: Who;
    /** The same appliance by HTTPS; null while there is none. */
    secureWay: string | null;
  }
}

/**
 * Stands before every route: who asks is told from their cookies, and whether they may from the one table. The people
 * are loaded before the door opens.
 */
export async function guardRoutes(
  server: FastifyInstance,
  { people, https }: { people: People; https: () => SecureAddress | null },
): Promise<void> {
  const routes = new Map<string, FastifySchema>();
  server.decorate("guardedRoutes", routes);
  await server.register(fastifyCookie);
  server.decorateRequest("who");
  server.decorateRequest("secureWay", null);
  server.addHook("onRoute", ({ method, url, schema = {} }) => {
    for (const each of [method].flat()) routes.set(routeKey(each, url), schema);
  });
  server.addHook("onReady", async () => {
    const without = [...routes.keys()].filter((route) => !(route in routeRights));
    if (without.length > 0) throw new Error(`Say in rights.ts who may ask for ${without.join(", ")}.`);
    await people.start();
  });
  server.addHook("onClose", () => people.stop());
  server.addHook("onRequest", async (request, reply) => {
    const { method, routeOptions } = request;
    request.who = whoAsks(request, people, method === "GET" || method === "HEAD" ? "looks" : "touches");
    request.secureWay = secureWay(request.headers.host, https());
    if (isForAdmins(request) && !request.who.whence.secure && request.secureWay !== null)
      return reply.redirect(`${request.secureWay}${request.url}`);
    if (routeOptions.url === undefined) return; // There is nothing at this address, for whomever.
    const right = routeRights[routeKey(method, routeOptions.url)] ?? {};
    const fault = mayDo(right, request.who) ? forgedBy(request) : refusalOf(right, people, request);
    if (fault !== null) return reply.code(403).send({ error: fault, signIn: cureOf(right, request.who) });
    if (personal.test(routeOptions.url)) reply.header("cache-control", "no-store");
  });
}

/** Why somebody may not, in words for a page; null where they may. */
export function commandRefusal(
  command: Command,
  asked: Pick<FastifyRequest, "who" | "secureWay">,
  people: People,
): string | null {
  const right = rightOf(command);
  if (mayDo(right, asked.who)) return null;
  return opensCamera(command) && people.register.hasAdmin
    ? "The camera is opened at Mien's own screen, or by an admin."
    : refusalOf(right, people, asked);
}

/**
 * Who did it, as it is written down. An admin speaks as the owner, at the kiosk too: what they block stays blocked, and
 * what the owner said they can take back. It goes by the role and not by the person: only a passphrase makes an admin, a
 * card or a PIN a member, whose word ends as a guest's does. Nor does the seat count: whoever is admin there may change
 * the settings as well. Before there is an admin nobody has proved anything, and who touches the screen is a guest.
 */
export function actorOf({ person, role }: Who, guest: Actor): Actor {
  if (person === null) return guest;
  return role === "admin" ? { kind: "owner" } : { kind: "person", id: person.id };
}

/** What each refusal of a passphrase, a PIN or too many attempts is told as. */
export function sendRefused(
  reply: FastifyReply,
  refused:
    | { fault: "wrong" | "busy" | "insecure" | "readable" | "admins-pin" }
    | { fault: "wait"; waitMs: number },
) {
  if (refused.fault === "wait") {
    const seconds = Math.ceil(refused.waitMs / 1_000);
    const error = `Too many attempts: try again in ${seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`}.`;
    return reply.code(429).header("retry-after", seconds).send({ error, waitMs: refused.waitMs });
  }
  if (refused.fault === "busy")
    return reply
      .code(503)
      .header("retry-after", 1)
      .send({ error: "Many want in at once: try again in a moment." });
  if (refused.fault === "insecure")
    return reply.code(403).send({
      error: `A passphrase is taken on the machine itself or by HTTPS alone: in the network others could read it. ${wayIn(reply.request)}`,
    });
  if (refused.fault === "admins-pin")
    return reply.code(403).send({
      error: `An admin's PIN is taken on the machine itself or by HTTPS alone: in the network others could read it. ${wayIn(reply.request)}`,
    });
  if (refused.fault === "readable")
    return reply.code(403).send({
      error: `This goes on the machine itself or by HTTPS alone: in the network others could read it. ${wayThere(reply.request)}`,
    });
  return reply.code(401).send({ error: "The name, or the PIN or passphrase, is wrong." });
}

function refusalOf(
  right: Right,
  people: People,
  { who, secureWay }: Pick<FastifyRequest, "who" | "secureWay">,
): string {
  if (!people.register.hasAdmin) return "Until Mien is set up this is done on the appliance itself.";
  if (right.guest !== undefined || right.member?.length === 1) return "This is done at Mien's own screen.";
  if (right.member !== undefined) return "Sign in first.";
  return who.whence.secure
    ? "This is for admins: sign in as one."
    : `This is for admins. ${wayIn({ secureWay })}`;
}

type Way = Pick<FastifyRequest, "secureWay">;
const noWay = "There is no HTTPS just now: Mien's log says why.";

const wayIn = ({ secureWay }: Way): string =>
  secureWay === null ? noWay : `From another machine they come in at ${secureWay}.`;

/** The same to whoever is no admin. */
const wayThere = ({ secureWay }: Way): string =>
  secureWay === null ? noWay : `From another machine it is at ${secureWay}.`;

/** What to sign in as, so that they may; null where that would not help. */
function cureOf(right: Right, { seat, role }: Who): Exclude<Role, "guest"> | null {
  if (mayDo(right, { role, seat })) return null;
  // An admin's browser has a seat of its own, but at the kiosk.
  if (mayDo(right, { role: "member", seat }) && role === "guest") return "member";
  return mayDo(right, { role: "admin", seat: seat === "kiosk" ? "kiosk" : "admin" }) ? "admin" : null;
}

/**
 * Browsers say which page a request comes from. SameSite holds back the cookie from other sites, but not from other
 * ports of this machine: so what changes something by a cookie must come from a page of ours.
 */
function forgedBy({ method, headers, cookies }: FastifyRequest): string | null {
  const changes = method !== "GET" && method !== "HEAD";
  const site = headers["sec-fetch-site"];
  const isElsewhere = site === "cross-site" || site === "same-site";
  // Somebody who follows a link from elsewhere is welcome.
  if (isElsewhere && (changes || headers["sec-fetch-mode"] !== "navigate"))
    return "Only the appliance's own pages may ask for this.";
  if (!changes || Object.keys(cookies).length === 0) return null;
  // The origin was looked at already where there is one (stranger.ts).
  if (headers.origin !== undefined || headers["sec-fetch-site"] === "same-origin") return null;
  return "A request with a cookie must say by Origin that it comes from the appliance's own pages.";
}
