import { once } from "node:events";
import fc from "fast-check";
import { Compile } from "typebox/compile";
import { WebSocket } from "ws";
import { PhoneWord } from "../../../protocol/guests.ts";
import { ClientMessage } from "../../../protocol/messages.ts";
import { messageIn } from "../sockets/sockets.ts";
import { rightMessage, rightWord, wrongMessage, wrongWord } from "./fuzz-inputs.ts";
import type { Browser } from "./seats.ts";

const clientMessage = Compile(ClientMessage);
const phoneWord = Compile(PhoneWord);

interface Door {
  path: string;
  browser: Browser;
  /** So many right messages one connection takes at once. */
  atOnce: number;
  isRight: (message: string) => boolean;
}

/** Of a batch those that are wrong: each costs a connection, which is hung up on. */
const WRONG = { page: 60, phone: 30, taps: 10 };
/** Of a batch those that a phone says rightly; all others are a page's. */
const RIGHT_OF_PHONE = 20;

/**
 * Sends so many messages to the three sockets: of the kiosk's page, of a guest's phone, and the one that tells of cards and
 * hears nothing. Answers how many of them went to the phones'.
 */
export async function sendMessages(
  { address, page, phone }: { address: string; page: Browser; phone: Browser },
  many: number,
  seed: number,
  got: (what: string) => void,
): Promise<number> {
  let left = many;
  const some = (one: fc.Arbitrary<string>, most: number): readonly string[] => {
    const numRuns = Math.min(most, left);
    left -= numRuns;
    return numRuns === 0 ? [] : fc.sample(one, { numRuns, seed });
  };
  const doors = {
    page: {
      ...{ path: "/ws", browser: page, atOnce: 60 },
      isRight: (message: string) => messageIn(Buffer.from(message), clientMessage) !== null,
    },
    phone: {
      ...{ path: "/ws/phone", browser: phone, atOnce: 4 },
      isRight: (message: string) => messageIn(Buffer.from(message), phoneWord) !== null,
    },
    taps: { path: "/ws/taps", browser: page, atOnce: 60, isRight: () => true },
  };
  const toPhones = [some(wrongWord, WRONG.phone), some(rightWord, RIGHT_OF_PHONE)] as const;
  await sendWrong({ address, ...doors.phone }, toPhones[0], got);
  await sendRight({ address, ...doors.phone }, toPhones[1], got);
  await sendWrong({ address, ...doors.page }, some(wrongMessage, WRONG.page), got);
  await sendWrong({ address, ...doors.taps }, some(wrongMessage, WRONG.taps), got);
  await sendRight({ address, ...doors.page }, some(rightMessage, left), got);
  return toPhones.flat().length;
}

type AtAddress = Door & { address: string };

async function sendRight(
  door: AtAddress,
  messages: readonly string[],
  got: (what: string) => void,
): Promise<void> {
  for (let from = 0; from < messages.length; from += door.atOnce) {
    const socket = await open(door);
    for (const message of messages.slice(from, from + door.atOnce)) socket.send(message);
    // Answered after all of them were heard.
    socket.ping();
    await Promise.race([once(socket, "pong"), once(socket, "close")]);
    if (socket.readyState !== socket.OPEN)
      got(`${door.path} hung up on who said what they may, from ${messages[from]}`);
    socket.terminate();
  }
}

async function sendWrong(
  door: AtAddress,
  messages: readonly string[],
  got: (what: string) => void,
): Promise<void> {
  for (const message of messages) {
    const socket = await open(door);
    const closed = once(socket, "close");
    socket.send(message);
    socket.ping();
    // Some of them are right after all.
    const code = await Promise.race([
      once(socket, "pong").then(() => 0),
      closed.then(([said]) => Number(said)),
    ]);
    // 1006 is no word at all: the connection is broken where a frame can't be read or is too large.
    if (![0, 1006, 1007, 1008, 1009].includes(code)) got(`${door.path} closed with ${code} after ${message}`);
    if (code === 0 && !door.isRight(message)) got(`${door.path} went on after ${message}`);
    socket.terminate();
  }
}

async function open({ address, path, browser }: AtAddress): Promise<WebSocket> {
  const cookie = Object.entries(browser.cookies)
    .map((each) => each.join("="))
    .join("; ");
  const socket = new WebSocket(`${address.replace("http", "ws")}${path}`, { headers: { cookie } });
  // It is closed as well.
  socket.on("error", () => undefined);
  await once(socket, "open");
  return socket;
}
