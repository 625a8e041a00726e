import type { FastifyPluginAsync } from "fastify";
import { Compile } from "typebox/compile";
import { uuidv7 } from "uuidv7";
import type { WebSocket } from "ws";
import { ClientMessage, type ServerMessage } from "../../../protocol/messages.ts";
import type { Actor } from "../../../protocol/people.ts";
import type { Appliance } from "../../appliance.ts";
import { obey } from "../../commands.ts";
import { Unawaited } from "../../unawaited.ts";
import { Allowance } from "../guard/allowance.ts";
import { actorOf, commandRefusal } from "../guard/guard.ts";
import { countedBy } from "../guard/networks.ts";
import { kioskCookie, whoAsks } from "../guard/who.ts";
import { codeOf } from "../refusal-code.ts";
import { expectAnswers, messageIn, OpenByAddress } from "./sockets.ts";

/** A person can't touch faster; a program that does is told so. */
const MESSAGES_PER_SECOND = 20;
/** One that goes on in spite of it is hung up on. */
const TOO_MANY = 100;
/** The page asks anew who it is; of the range that RFC 6455 leaves to applications. */
const SIGNED_OUT = 4_001;
/** More than a house has guests; each costs some 30 kB (`npm run bench -- pages`). */
const MOST_PAGES = 1_200;
/** Of these, for nobody but the appliance's own screens. */
const KEPT_FOR_SCREENS = 8;
/** More than somebody has tabs, where they are not on the machine itself. */
const MOST_OF_DEVICE = 32;
/** Where one device may give itself any number of addresses, the others keep as many as these. */
const MOST_OF_NETWORK = MOST_PAGES / 2;

const clientMessage = Compile(ClientMessage);

/** `/ws`: a snapshot, then patches; commands come in and only their refusals go back. */
export const socketRoutes: FastifyPluginAsync<{ appliance: Appliance }> = async (server, { appliance }) => {
  const obeying = new Unawaited();
  const { screens, sessions } = appliance.people;
  /** The sockets that were opened with a session, by its hash. */
  const signedIn = new Map<WebSocket, string>();
  const undo = sessions.onEnd((ended) => {
    for (const [socket, hash] of signedIn) if (ended.has(hash)) socket.close(SIGNED_OUT, "signed out");
  });
  // A command that came just before the end is done before the store that it asks is closed.
  server.addHook("onClose", async () => {
    undo();
    await obeying.over();
  });

  const open = new OpenByAddress();

  server.get("/ws", { websocket: true }, (socket, request) => {
    const { seat, whence } = request.who;
    const mayHave = MOST_PAGES - (seat === "kiosk" ? 0 : KEPT_FOR_SCREENS);
    const { device, network } = countedBy(request.ip);
    const isFull = open.from(device) >= MOST_OF_DEVICE || open.from(network) >= MOST_OF_NETWORK;
    const tooMany = isFull && seat !== "kiosk" && !whence.here;
    if (tooMany || appliance.publisher.subscribers >= mayHave)
      return socket.close(1013, "too many pages at once");
    for (const each of [device, network]) open.add(each, socket);
    expectAnswers(socket);
    const guest: Actor = { kind: "guest", sessionId: uuidv7() };
    const { person, token } = whoAsks(request, appliance.people, "looks");
    const session = person && token !== undefined ? sessions.find(token) : null;
    if (session) signedIn.set(socket, session.hash);
    const screen = request.cookies[kioskCookie] ?? "";
    const wasScreen = seat === "kiosk";
    const undoOpened = wasScreen ? screens.opened(screen) : () => undefined;
    const undoGone = screens.onGone(() => {
      if (wasScreen && !screens.knows(screen)) socket.close(SIGNED_OUT, "no screen");
    });
    const subscriber = {
      send: (message: string) => socket.send(message),
      bufferedBytes: () => socket.bufferedAmount,
    };
    const unsubscribe = appliance.publisher.subscribe(subscriber);
    const reject = (id: number, reason: string) =>
      socket.send(
        JSON.stringify({ type: "rejected", id, reason, ...codeOf(reason) } satisfies ServerMessage),
      );

    const allowance = new Allowance({ perSecond: MESSAGES_PER_SECOND, monotonic: () => performance.now() });

    socket.on("close", () => {
      signedIn.delete(socket);
      undoOpened();
      undoGone();
      unsubscribe();
    });
    socket.on("message", async (data: Buffer) => {
      const message = messageIn(data, clientMessage);
      if (!message) return socket.close(1008, "not a message that this appliance knows");
      const excess = allowance.take();
      if (excess > TOO_MANY) return socket.close(1008, "too many messages");
      if (message.type === "resync") return appliance.publisher.resync(subscriber);
      const { id, command } = message;
      if (excess > 0) return reject(id, "Too many touches at once.");
      // Anew each time: a session may have ended since the page was opened.
      const who = whoAsks(request, appliance.people, "touches");
      const refusal = commandRefusal(command, { who, secureWay: request.secureWay }, appliance.people);
      if (refusal !== null) return reject(id, refusal);
      const doing = obey(appliance, command, actorOf(who, guest));
      obeying.add(doing);
      const reason = await doing;
      if (reason) reject(id, reason);
    });
  });
};
