import type { FastifyRequest } from "fastify";
import type { Role, Seat } from "../../../protocol/people.ts";
import type { StoredPerson } from "../../../store/people/people-tables.ts";
import type { People } from "../../people/people.ts";
import type { Whence } from "../../people/sign-in.ts";
import { isHere } from "./loopback.ts";
import { deviceOf } from "./networks.ts";
import { seated } from "./rights.ts";

export const sessionCookie = "mien";
/** By HTTPS: browsers take it from there alone, and nothing that plain HTTP sets can stand in for it. */
export const secureSessionCookie = "__Host-mien";
export const kioskCookie = "mien-kiosk";

/** Who asks, as far as the server can tell by itself: a page's word for it counts for nothing. */
export interface Who {
  role: Role;
  seat: Seat;
  /** Null for a guest, and for the owner of an appliance that was not set up. */
  person: StoredPerson | null;
  /** Of the session; it may have ended. */
  token: string | undefined;
  whence: Whence;
}

/**
 * A screen is the kiosk by its token, and on the machine itself: nowhere else does a browser get one, so whoever brings it
 * from elsewhere has copied it. A session from there holds at no other browser, whoever may have copied its cookie.
 * Loopback is no role, with one exception: until there is an admin, whoever is on the machine itself is one, or nobody
 * could set it up. An admin's session that comes by plain HTTP from elsewhere is none.
 */
export function whoAsks(request: FastifyRequest, people: People, how: "looks" | "touches"): Who {
  const token = request.cookies[sessionCookieOf(request)];
  const screen = request.cookies[kioskCookie] ?? "";
  const whence = whenceOf(request);
  const atKiosk = whence.here && people.screens.knows(screen);
  const found = token === undefined ? null : people.sessions.find(token);
  const session = found && seated(found, { atKiosk, secure: whence.secure }) ? found : null;
  if (session && token !== undefined && how === "touches") people.sessions.use(token);
  // Somebody is before the screen, whoever it is.
  if (atKiosk && how === "touches") {
    people.presence.touched();
    people.screens.touched(screen);
  }
  const person = session && people.register.get(session.personId);
  const isOwner = whence.here && !people.register.hasAdmin;
  return {
    role: isOwner ? "admin" : person && session ? session.role : "guest",
    // A browser on the machine itself is nobody's phone.
    seat: atKiosk ? "kiosk" : (session?.seat ?? (whence.here ? "admin" : "phone")),
    ...{ person, token, whence },
  };
}

export const sessionCookieOf = ({ protocol }: FastifyRequest): string =>
  protocol === "https" ? secureSessionCookie : sessionCookie;

/** Somebody else's word, by way of a proxy on this machine, is not from here. */
function whenceOf(request: FastifyRequest): Whence {
  const { forwarded, via } = request.headers;
  const wasPassedOn = (forwarded ?? via ?? request.headers["x-forwarded-for"]) !== undefined;
  const here = isHere(request) && !wasPassedOn;
  return { address: deviceOf(request.ip), here, secure: here || request.protocol === "https" };
}
