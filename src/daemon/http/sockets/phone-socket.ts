import type { FastifyPluginAsync } from "fastify";
import { Compile } from "typebox/compile";
import { PhoneWord } from "../../../protocol/guests.ts";
import type { Settings } from "../../../protocol/settings.ts";
import { type Guests, PAGE_OFF } from "../../guests/guests.ts";
import { Allowance } from "../guard/allowance.ts";
import { deviceOf } from "../guard/networks.ts";
import { guestOf } from "../routes/guest.ts";
import { expectAnswers, messageIn, OpenByAddress } from "./sockets.ts";

/** A page says one when it is put away and one when it is taken up again. */
const WORDS_PER_SECOND = 5;
/** Of the range that RFC 6455 leaves to applications: the page says hello, and comes again. */
const UNKNOWN = 4_004;
/** There is no room, in all or for this address: the page waits. */
const CROWDED = 1_013;
/** By RFC 6455 of a connection that ended without a word. */
const LOST = 1_006;

const phoneWord = Compile(PhoneWord);

export interface PhoneSocketOptions {
  guests: Guests;
  settings: () => Settings;
}

/** `/ws/phone`: what plays and what is theirs, for guests' phones; in comes only whether somebody looks. */
export const phoneSocket: FastifyPluginAsync<PhoneSocketOptions> = async (server, { guests, settings }) => {
  const open = new OpenByAddress();
  const { phones } = guests;

  server.get("/ws/phone", { websocket: true }, (socket, request) => {
    if (!guests.isOn) return socket.close(PAGE_OFF, "turned off");
    const guest = guestOf(request, guests);
    if (guest === null) return socket.close(UNKNOWN, "say hello first");
    const address = deviceOf(request.ip);
    const { guestPhones, guestPhonesPerAddress } = settings();
    if (phones.size >= guestPhones) return socket.close(CROWDED, "crowded");
    if (open.from(address) >= guestPhonesPerAddress) return socket.close(CROWDED, "address");
    open.add(address, socket);
    expectAnswers(socket);

    const line = {
      send: (message: string) => socket.send(message),
      bufferedBytes: () => socket.bufferedAmount,
      close: (code: number, reason: string) => socket.close(code, reason),
    };
    const leave = phones.join(line, guest);
    const allowance = new Allowance({ perSecond: WORDS_PER_SECOND, monotonic: () => performance.now() });
    socket.once("close", (code) => leave(code === LOST ? "lost" : "left"));
    socket.on("message", (data: Buffer) => {
      const word = messageIn(data, phoneWord);
      if (word === null || allowance.take() > 0) return socket.close(1008, "not what a phone says");
      phones.setAwake(line, word.awake);
    });
  });
};
