import { setTimeout as delay } from "node:timers/promises";
import WebSocket from "ws";
import type { PhoneMessage } from "../../src/protocol/guests.ts";

// Phones in a process of their own: what they cost to receive must not be taken for what they cost to serve.

/** `open` so many, each from an address of its own; or tell what they have heard. */
export type PhonesOrder = { do: "open"; url: string; phones: number } | { do: "tell" };

export interface PhonesWord {
  open: number;
  refused: number;
  /** Messages to an average phone. */
  messages: number;
  /** How many phones know each song as the one that plays. */
  picks: Record<string, number>;
}

const atOnce = 25;
const phones: { messages: number; pick: string }[] = [];
let refused = 0;

process.on("message", async (order: PhonesOrder) => {
  if (order.do === "open") await openAll(order);
  const picks: Record<string, number> = {};
  for (const { pick } of phones) picks[pick] = (picks[pick] ?? 0) + 1;
  const messages = phones.reduce((all, phone) => all + phone.messages, 0) / Math.max(1, phones.length);
  process.send?.({
    open: phones.length,
    refused,
    messages: Math.round(messages),
    picks,
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
  const hello = await fetch(`${url}/api/guest`, { method: "POST" });
  const cookie = hello.headers.get("set-cookie")?.split(";", 1)[0];
  if (cookie === undefined) {
    refused++;
    return;
  }
  const phone = { messages: 0, pick: "" };
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
      if (message.type === "room") phone.pick = message.room.playing?.pick ?? "";
      resolve();
    });
  });
}
