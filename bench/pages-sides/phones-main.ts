import { setTimeout as delay } from "node:timers/promises";
import WebSocket from "ws";
import type { PhoneMessage } from "../../src/protocol/guests.ts";

// Phones in a process of their own: what they cost to receive must not be taken for what they cost to serve.

/**
 * `open` so many, each a guest of its own; have them `ask`, one after the other and so many a second, until the end; or
 * tell what they have heard.
 */
export type PhonesOrder =
  | { do: "open"; url: string; phones: number }
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

async function openAll({ url, phones: count }: PhonesOrder & { do: "open" }): Promise<void> {
  for (let n = 0; n < count; n += atOnce) {
    await Promise.all(Array.from({ length: Math.min(atOnce, count - n) }, () => openOne(url)));
    // The daemon takes so many hellos in a second and no more.
    await delay(1_000);
  }
}

async function openOne(url: string): Promise<void> {
  // No answer at all is a refusal, too: one phone must not end all of them.
  const hello = await fetch(`${url}/api/guest`, { method: "POST" }).catch(() => null);
  const cookie = hello?.headers.get("set-cookie")?.split(";", 1)[0];
  if (cookie === undefined) {
    refused++;
    return;
  }
  const phone: Phone = { cookie, messages: 0, pick: "", tracks: [], isWaiting: false };
  const socket = new WebSocket(`${url.replace("http", "ws")}/ws/phone`, { headers: { cookie } });
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
  const { cookie, tracks } = phone;
  const track = tracks[turn % tracks.length];
  phone.isWaiting = true;
  try {
    const answer =
      turn % 2 === 0 || track === undefined
        ? await fetch(`${url}/api/guest/songs?words=${"aeiou"[turn % 5]}`, { headers: { cookie } })
        : await fetch(`${url}/api/guest/requests`, {
            method: "POST",
            headers: { cookie, "content-type": "application/json" },
            body: JSON.stringify({ track }),
          });
    await answer.arrayBuffer();
    asked++;
  } catch {
    unanswered++;
  } finally {
    phone.isWaiting = false;
  }
}
