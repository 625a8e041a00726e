import type { FastifyPluginAsync } from "fastify";
import { Compile } from "typebox/compile";
import { uuidv7 } from "uuidv7";
import { ClientMessage, type ServerMessage } from "../../protocol/messages.ts";
import type { Actor } from "../../protocol/people.ts";
import type { Appliance } from "../appliance.ts";
import { obey } from "../commands.ts";

/** A page that is gone without a word is noticed within two of these. */
const PING_MS = 15_000;
/** A person can't touch faster; a program that does is told so. */
const COMMANDS_PER_SECOND = 20;

const clientMessage = Compile(ClientMessage);

/** `/ws`: a snapshot, then patches; commands come in and only their refusals go back. */
export const socketRoutes: FastifyPluginAsync<{ appliance: Appliance }> = async (server, { appliance }) => {
  server.get("/ws", { websocket: true }, (socket) => {
    const by: Actor = { kind: "guest", sessionId: uuidv7() };
    const subscriber = {
      send: (message: string) => socket.send(message),
      bufferedBytes: () => socket.bufferedAmount,
    };
    const unsubscribe = appliance.publisher.subscribe(subscriber);
    const answer = (message: ServerMessage) => socket.send(JSON.stringify(message));

    let commands = 0;
    const refill = setInterval(() => {
      commands = 0;
    }, 1_000);

    let alive = true;
    const ping = setInterval(() => {
      if (!alive) return socket.terminate();
      alive = false;
      socket.ping();
    }, PING_MS);

    socket.on("pong", () => {
      alive = true;
    });
    socket.on("close", () => {
      clearInterval(refill);
      clearInterval(ping);
      unsubscribe();
    });
    socket.on("message", async (data: Buffer) => {
      const message = parse(data);
      if (!message) return socket.close(1008, "not a message that this appliance knows");
      if (message.type === "resync") return appliance.publisher.resync(subscriber);
      const { id, command } = message;
      const reason =
        ++commands > COMMANDS_PER_SECOND ? "Too many touches at once." : await obey(appliance, command, by);
      if (reason) answer({ type: "rejected", id, reason });
    });
  });
};

function parse(data: Buffer): ClientMessage | null {
  try {
    const message: unknown = JSON.parse(data.toString());
    return clientMessage.Check(message) ? message : null;
  } catch {
    return null; // Not JSON: as wrong as JSON of another shape, and told the same way.
  }
}
