import type { FastifyPluginAsync } from "fastify";
import type { TapMessage } from "../../../protocol/people.ts";
import type { People } from "../../people/people.ts";
import type { Tap } from "../../people/taps.ts";
import { kioskCookie } from "../guard/who.ts";

/** More than a house has screens with readers. */
const MOST_SCREENS = 8;
/** Of the range that RFC 6455 leaves to applications. */
const NO_SCREEN = 4_003;

/**
 * `/ws/taps`: the kiosk's page is told of cards, with a ticket that it turns into a session. Apart from the state's
 * socket, which everybody may open: so no ticket ever comes near another page.
 */
export const tapRoutes: FastifyPluginAsync<{ people: People }> = async (server, { people }) => {
  let screens = 0;
  server.get("/ws/taps", { websocket: true }, (socket, request) => {
    if (screens >= MOST_SCREENS) return socket.close(1013, "too many screens at once");
    screens++;
    const undo = people.taps.on((tap) => socket.send(JSON.stringify(told(tap))));
    const undoGone = people.screens.onGone(() => {
      if (!people.screens.knows(request.cookies[kioskCookie] ?? "")) socket.close(NO_SCREEN, "no screen");
    });
    socket.once("close", () => {
      screens--;
      undo();
      undoGone();
    });
  });
};

function told(tap: Tap): TapMessage {
  if (tap.kind === "unknown") return { type: "unknown" };
  const { name } = tap.person;
  return tap.kind === "in" ? { type: "in", name, ticket: tap.ticket } : { type: "out", name };
}
