import { type IncomingHttpHeaders, request } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import WebSocket from "ws";
import type { PhoneMessage } from "../../src/protocol/guests.ts";

// Phones in a process of their own: what they cost to receive must not be taken for what they cost to serve.

/**
 * `open` so many, each a guest of its own and at an address of its own, or all at `at`; have them `ask`, one after the other and so many a second, until the end; or
 * tell what they have heard.
 */
export type PhonesOrder =
  | { do: "open"; url: string; phones: number; at?: string }
  | { do: "ask"; url: string; aSecond: number }
  | { do: "tell" };

export interface PhonesWord {
  open: number;
  refused: number;
  /** Messages to an average phone. */
  messages: number;
  /** How many phones know each song as the one that plays. */
  picks: Record<string, number>;
  /** Searches and wishes that were answered, were it by a no; and those that got no answer. */
  asked: number;
  unanswered: number;
}

interface Phone {
  from: string;
  cookie: string;
  messages: number;
  pick: string;
  /** What it is offered. */
  tracks: readonly string[];
  /** It has asked, and waits for the answer. */
  isWaiting: boolean;
}

const atOnce = 25;
const phones: Phone[] = [];
let refused = 0;
let asked = 0;
let unanswered = 0;

process.on("message", async (order: PhonesOrder) => {
  if (order.do === "open") await openAll(order);
  if (order.do === "ask") void askOn(order);
  const picks: Record<string, number> = {};
  for (const { pick } of phones) picks[pick] = (picks[pick] ?? 0) + 1;
  const messages = phones.reduce((all, phone) => all + phone.messages, 0) / Math.max(1, phones.length);
  process.send?.({
    open: phones.length,
    refused,
    messages: Math.round(messages),
    ...{ picks, asked, unanswered },
  } satisfies PhonesWord);
});

async function openAll({ url, phones: count, at }: PhonesOrder & { do: "open" }): Promise<void> {
  for (let n = 0; n < count; n += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, count - n) }, (_, index) => n + index + 1);
    await Promise.all(some.map((one) => openOne(url, at ?? `127.1.${one >> 8}.${one & 255}`)));
    // The daemon takes so many hellos in a second and no more.
    await delay(1_000);
  }
}

/** `from`: one of this machine's own addresses, each of which is another phone to the daemon. */
async function openOne(url: string, from: string): Promise<void> {
  // No answer at all is a refusal, too: one phone must not end all of them.
  const hello = await send(`${url}/api/guest`, { from }).catch(() => null);
  const cookie = hello?.["set-cookie"]?.[0]?.split(";", 1)[0];
  if (cookie === undefined) {
    refused++;
    return;
  }
  const phone: Phone = { cookie, from, messages: 0, pick: "", tracks: [], isWaiting: false };
  const socket = new WebSocket(`${url.replace("http", "ws")}/ws/phone`, {
    headers: { cookie },
    localAddress: from,
  });
  await new Promise<void>((resolve) => {
    socket.on("error", () => undefined);
    socket.on("close", () => {
      const at = phones.indexOf(phone);
      if (at >= 0) phones.splice(at, 1);
      else refused++;
      resolve();
    });
    socket.on("message", (data) => {
      if (phone.messages++ === 0) phones.push(phone);
      const message = JSON.parse(data.toString()) as PhoneMessage;
      if (message.type === "room") {
        phone.pick = message.room.playing?.pick ?? "";
        phone.tracks = message.room.six.map(({ track }) => track);
      }
      resolve();
    });
  });
}

/** Each in its turn searches, and wishes for one of the songs that it is offered; none before it has its last answer. */
async function askOn({ url, aSecond }: PhonesOrder & { do: "ask" }): Promise<void> {
  for (let turn = 0; ; turn++) {
    await delay(1_000 / aSecond);
    const phone = phones[turn % phones.length];
    // Answers may overtake each other, as they do where two hundred people ask.
    if (phone !== undefined && !phone.isWaiting) void askOnce(url, phone, turn);
  }
}

async function askOnce(url: string, phone: Phone, turn: number): Promise<void> {
  const { cookie, from, tracks } = phone;
  const track = tracks[turn % tracks.length];
  phone.isWaiting = true;
  try {
    if (turn % 2 === 0 || track === undefined)
      await send(`${url}/api/guest/songs?words=${"aeiou"[turn % 5]}`, { method: "GET", from, cookie });
    else await send(`${url}/api/guest/requests`, { from, cookie, body: JSON.stringify({ track }) });
    asked++;
  } catch {
    unanswered++;
  } finally {
    phone.isWaiting = false;
  }
}

/** As `fetch`, which knows no address to send from. Resolves with the headers once the answer has come whole. */
function send(
  url: string,
  { method = "POST", from, cookie, body }: { method?: string; from: string; cookie?: string; body?: string },
): Promise<IncomingHttpHeaders> {
  const headers = {
    ...(cookie !== undefined && { cookie }),
    ...(body !== undefined && { "content-type": "application/json" }),
  };
  return new Promise((resolve, reject) => {
    const asking = request(url, { method, headers, localAddress: from }, (answer) => {
      answer
        .once("error", reject)
        .once("end", () => resolve(answer.headers))
        .resume();
    });
    asking.once("error", reject).end(body);
  });
}
