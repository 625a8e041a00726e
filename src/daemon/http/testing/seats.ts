import type { LightMyRequestResponse } from "fastify";
import inject, { type DispatchFunc } from "light-my-request";
import { pino } from "pino";
import type { MountedDrive } from "../../../library/upload/drives.ts";
import type { Role, Seat } from "../../../protocol/people.ts";
import type { Settings } from "../../../protocol/settings.ts";
import { systemClock } from "../../clock.ts";
import type { NewPerson } from "../../people/accounts.ts";
import { makeTestAppliance, type TestAppliance } from "../../testing.ts";
import { kioskCookie, secureSessionCookie, sessionCookie } from "../guard/who.ts";
import { makeServer, type Server } from "../server.ts";

export const host = "localhost:7373";
export const seats: readonly Seat[] = ["kiosk", "phone", "admin"];
export const passphrase = "correct horse battery";

/** What a browser sends along, and from where. */
export interface Browser {
  remoteAddress: string;
  cookies: Record<string, string>;
  /** By HTTPS. */
  secure?: boolean;
}

export interface SeatedServer extends TestAppliance {
  server: Server;
  routes: ReadonlySet<string>;
  /** A browser of somebody of this role there, newly signed in: an admin elsewhere by HTTPS, as only that makes one. */
  someone(role: Role, seat: Seat, from?: "elsewhere" | "here"): Promise<Browser>;
  ask(
    from: Browser,
    method: string,
    url: string,
    body?: object | string,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
  ids: { member: string; admin: string };
  /** So much time passes, for whatever waits by the appliance's clock. */
  later(ms: number): void;
}

/** A server that was set up, with the member Anna (PIN 1234) and the admin Olga (PIN 9999). */
export async function seatServer(
  options: {
    stands?: Settings["stands"];
    start?: boolean;
    people?: boolean;
    previewSocket?: string;
    /** Whether the owner lets guests take part by phone. */
    guestPage?: boolean;
    /** What is plugged in. */
    drives?: () => Promise<readonly MountedDrive[]>;
  } = {},
): Promise<SeatedServer> {
  let passed = 0;
  const clock = { now: () => systemClock.now() + passed, monotonic: () => systemClock.monotonic() + passed };
  const under = await makeTestAppliance({
    clock,
    ...(options.previewSocket && { previewSocket: options.previewSocket }),
  });
  // Not as the command line would, which nothing outranks.
  await under.appliance.settings.change({
    stands: options.stands === undefined ? "home" : options.stands,
    guestPage: options.guestPage ?? false,
  });
  const { people } = under.appliance;
  const add = async (person: NewPerson) => {
    const outcome = await people.accounts.add(person, { address: "127.0.0.1", here: true, secure: true });
    if ("fault" in outcome) throw new Error(outcome.sentence);
    return outcome.person.id;
  };
  const server = await makeServer({
    appliance: under.appliance,
    pagesFolder: import.meta.dirname,
    // Not by its level alone: what goes wrong has a level of its own.
    logger: pino({ level: "silent" }, { write: () => undefined }),
    ...(options.drives && { drives: options.drives }),
  });
  if (options.start !== false) await server.ready();
  const ids = { member: "", admin: "" };
  if (options.start !== false && options.people !== false) {
    ids.member = await add({ name: "Anna", role: "member", pin: "1234", passphrase: null, onTile: true });
    ids.admin = await add({ name: "Olga", role: "admin", pin: "9999", passphrase, onTile: false });
  }

  let screenToken = "";
  const someone = async (role: Role, seat: Seat, from = "elsewhere"): Promise<Browser> => {
    const isHere = from === "here" || seat === "kiosk" || (role === "guest" && seat === "admin");
    const secure = role !== "guest" && !isHere;
    const cookies: Record<string, string> = {};
    if (seat === "kiosk") {
      if (!people.screens.knows(screenToken)) {
        let code = "";
        people.screens.onCode((told) => {
          code = told;
        })();
        screenToken = (await people.screens.redeem(code)) ?? "";
      }
      cookies[kioskCookie] = screenToken;
    }
    // Who is not signed in has that seat on the machine itself alone.
    if (role !== "guest") {
      const personId = role === "admin" ? ids.admin : ids.member;
      cookies[secure ? secureSessionCookie : sessionCookie] = await people.sessions.begin({
        personId,
        seat,
        role,
      });
    }
    return { remoteAddress: isHere ? "127.0.0.1" : "192.168.1.77", cookies, secure };
  };

  const plainly: DispatchFunc = (request, response) => server.routing(request, response);
  /** As what comes from a TLS socket looks to everything behind the door. */
  const securely: DispatchFunc = (request, response) => {
    Object.assign(request.socket, { encrypted: true });
    server.routing(request, response);
  };

  return {
    ...under,
    ...{ server, ids, someone },
    later: (ms) => {
      passed += ms;
    },
    routes: new Set(server.guardedRoutes.keys()),
    ask: ({ remoteAddress, cookies, secure = false }, method, url, body, headers = {}) =>
      inject(secure ? securely : plainly, {
        method: method as "GET",
        url,
        remoteAddress,
        cookies,
        headers: { host, origin: `${secure ? "https" : "http"}://${host}`, ...headers },
        ...(body !== undefined && { payload: body }),
      }),
    remove: async () => {
      await server.close();
      await under.remove();
    },
  };
}
