import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import type { FastifyReply, FastifyRequest } from "fastify";
import { labelPoints } from "../../../protocol/circumplex.ts";
import type { PhoneRefusal } from "../../../protocol/guests.ts";
import type { MoodLabel } from "../../../protocol/mood.ts";
import type { Settings } from "../../../protocol/settings.ts";
import type { Id, MonotonicMs } from "../../../protocol/time.ts";
import { GUEST_LIVES_MS } from "../../guests/guest-book.ts";
import type { Guests } from "../../guests/guests.ts";
import { Allowance } from "../guard/allowance.ts";
import { Allowances } from "../guard/allowances.ts";
import { deviceOf } from "../guard/networks.ts";
import { AnId } from "./library.ts";

export const guestCookie = "mien-guest";
/** By HTTPS: a name of its own, since what that door has set can't be set anew by plain HTTP. */
export const secureGuestCookie = "__Host-mien-guest";

const Nothing = { additionalProperties: false } as const;
const ById = Type.Object({ id: AnId });
/** Of one guest: more than a hand does, and than a search that follows what is typed. */
const OF_GUEST_PER_SECOND = 5;
/** Ten times six: after that, those that were shown first may come again. */
const SHOWN_AT_MOST = 60;
/** Of all phones together: each search goes through the library, past everybody who wants a song. */
const ASKED_PER_SECOND = 40;

/** What guests' phones may do: `/api/guest`, for whoever has said hello there and has its cookie. */
export const guestRoutes: FastifyPluginAsyncTypebox<{ guests: Guests; settings: () => Settings }> = async (
  server,
  { guests, settings },
) => {
  const monotonic = (): MonotonicMs => performance.now();
  const ofGuest = new Allowances({ perSecond: () => OF_GUEST_PER_SECOND, monotonic });
  /** By whatever cookies, and with hello: so nobody takes what all have. One more for each phone that may be there. */
  const ofAddress = new Allowances({
    perSecond: () => OF_GUEST_PER_SECOND + settings().guestPhonesPerAddress,
    monotonic,
  });
  const ofAll = new Allowance({ perSecond: ASKED_PER_SECOND, monotonic });
  /** What is refused takes nothing of what others have. */
  const maySay = (request: FastifyRequest, guest: Id | null): boolean =>
    (guest === null || ofGuest.take(guest)) && ofAddress.take(deviceOf(request.ip)) && ofAll.take() === 0;

  /** The guest that asks; null, and answered, where it is none or too much is asked for. */
  const asks = (request: FastifyRequest, reply: FastifyReply): Id | null => {
    reply.header("cache-control", "no-store");
    if (!guests.isOn) return refuse(reply, { because: "off" });
    const guest = guestOf(request, guests);
    if (guest === null) return refuse(reply, { because: "unknown" });
    return maySay(request, guest) ? guest : refuse(reply, { because: "busy" });
  };

  server.addHook("onReady", async () => guests.recall());

  server.post("/api/guest", async (request, reply) => {
    reply.header("cache-control", "no-store");
    if (!guests.isOn) return refuse(reply, { because: "off" }) ?? reply;
    if (guestOf(request, guests) !== null) return reply.code(204).send();
    if (!maySay(request, null)) return refuse(reply, { because: "busy" }) ?? reply;
    const arrived = guests.book.arrive(deviceOf(request.ip));
    if (arrived === null) return refuse(reply, { because: "address" }) ?? reply;
    const cookie = { path: "/", httpOnly: true, sameSite: "strict", maxAge: GUEST_LIVES_MS / 1_000 } as const;
    const secure = request.protocol === "https";
    // Who has a cookie was here within the day; nobody knows any more what they waited for.
    const forgotten = request.cookies[guestCookieOf(request)] !== undefined;
    reply.setCookie(guestCookieOf(request), arrived.token, { ...cookie, secure });
    return forgotten ? { forgotten } : reply.code(204).send();
  });

  const Words = Type.Object({ words: Type.String({ minLength: 1, maxLength: 100 }) });
  server.get("/api/guest/songs", { schema: { querystring: Words } }, async (request, reply) => {
    if (asks(request, reply) === null) return reply;
    const words = request.query.words.trim();
    return words === "" ? { songs: [], nearly: false } : guests.find(words);
  });

  const OfMood = Type.Object({ mood: Type.Enum(Object.keys(labelPoints) as MoodLabel[]) });
  const From = Type.Object({ from: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })) });
  server.get(
    "/api/guest/moods/:mood",
    { schema: { params: OfMood, querystring: From } },
    async (request, reply) => {
      if (asks(request, reply) === null) return reply;
      return guests.browse(request.params.mood, request.query.from ?? 0);
    },
  );

  const Shown = Type.Object({ shown: Type.Array(AnId, { maxItems: SHOWN_AT_MOST }) }, Nothing);
  server.post("/api/guest/others", { schema: { body: Shown } }, async (request, reply) => {
    if (asks(request, reply) === null) return reply;
    return { songs: await guests.others(request.body.shown) };
  });

  const Song = Type.Object({ track: AnId }, Nothing);
  server.post("/api/guest/requests", { schema: { body: Song } }, async (request, reply) => {
    const guest = asks(request, reply);
    if (guest === null) return reply;
    const refusal = await guests.ask(guest, request.body.track);
    return refusal === null ? reply.code(204).send() : (refuse(reply, refusal) ?? reply);
  });

  server.delete("/api/guest/requests/:id", { schema: { params: ById } }, async (request, reply) => {
    const guest = asks(request, reply);
    if (guest === null) return reply;
    if (await guests.withdraw(guest, request.params.id)) return reply.code(204).send();
    return reply.code(404).send({ error: "No song of yours waits under this id." });
  });

  const Vote = Type.Object({ skip: Type.Boolean() }, Nothing);
  /** By the pick that plays, so that no vote is taken for one about the next song. */
  server.put("/api/guest/votes/:id", { schema: { params: ById, body: Vote } }, async (request, reply) => {
    const guest = asks(request, reply);
    if (guest === null) return reply;
    const refusal = await guests.vote(guest, request.params.id, request.body.skip);
    return refusal === null ? reply.code(204).send() : (refuse(reply, refusal) ?? reply);
  });
};

export function guestOf(request: FastifyRequest, guests: Guests): Id | null {
  const token = request.cookies[guestCookieOf(request)];
  return token === undefined ? null : guests.book.find(token);
}

const guestCookieOf = ({ protocol }: FastifyRequest): string =>
  protocol === "https" ? secureGuestCookie : guestCookie;

/** In words for programs too; pages put `because` into words of their own. Answers null, for whoever asked. */
function refuse(reply: FastifyReply, refusal: PhoneRefusal): null {
  const status = { busy: 429, address: 429, crowded: 429, unknown: 401 }[refusal.because as string] ?? 409;
  void reply.code(status).send({ error: sentences[refusal.because], ...refusal });
  return null;
}

const sentences: Readonly<Record<PhoneRefusal["because"], string>> = {
  off: "The owner has turned this off.",
  closed: "It is closed: the music begins again by itself when it opens.",
  unknown: "Open the page /phone anew.",
  crowded: "As many phones as fit are here already.",
  address: "Too many phones came from this address within the hour.",
  busy: "Too much is asked for at once: wait a moment.",
  waiting: "Songs of yours wait already.",
  hour: "You have asked for all that one may ask for within an hour.",
  full: "As many songs as fit wait already.",
  "not-here": "This song is not played here.",
  coming: "This song plays, or comes soon.",
  "artist-coming": "Another song by this artist plays, or comes soon.",
  rest: "This song was heard a short while ago.",
  "artist-rest": "This artist was heard a short while ago.",
  over: "This song is not on any more.",
};
