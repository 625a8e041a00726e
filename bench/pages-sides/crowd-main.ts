import WebSocket from "ws";
import type { ServerMessage } from "../../src/protocol/messages.ts";

// Many pages in a process of their own: what they cost to receive must not be taken for what they cost to serve.

/** `open` them, `resume` those that read nothing, and tell what all of them have heard. */
export type CrowdOrder =
  | { do: "open"; url: string; pages: number; slow: number }
  | { do: "resume" }
  | { do: "tell" };

export interface CrowdWord {
  open: number;
  refused: number;
  /** Volume that pages know of by now, of those that read and of the slow ones: how many know each. */
  volumes: Record<string, number>;
  slowVolumes: Record<string, number>;
  /** Messages to an average page. */
  messages: number;
  slowMessages: number;
}

interface Page {
  socket: WebSocket;
  slow: boolean;
  volume: number | null;
  messages: number;
}

const atOnce = 50;
/** Slow ones read for a moment now and then, or they would be hung up on as gone. */
const slowReadEveryMs = 8_000;
const slowReadMs = 20;
const pages: Page[] = [];
let refused = 0;
let resumed = false;

process.on("message", async (order: CrowdOrder) => {
  if (order.do === "open") await openAll(order);
  if (order.do === "resume") {
    resumed = true;
    for (const { socket, slow } of pages) if (slow) socket.resume();
  }
  process.send?.(told());
});

async function openAll({ url, pages: count, slow }: CrowdOrder & { do: "open" }): Promise<void> {
  for (let n = 0; n < count; n += atOnce)
    await Promise.all(
      Array.from({ length: Math.min(atOnce, count - n) }, (_, index) => openOne(url, n + index < slow)),
    );
}

function openOne(url: string, slow: boolean): Promise<void> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/ws?seat=phone`);
  const page: Page = { socket, slow, volume: null, messages: 0 };
  return new Promise((resolve) => {
    socket.on("error", () => undefined);
    socket.on("close", () => {
      const at = pages.indexOf(page);
      if (at >= 0) pages.splice(at, 1);
      refused += 1;
      resolve();
    });
    socket.on("message", (data) => {
      page.messages += 1;
      const message = JSON.parse(data.toString()) as ServerMessage;
      if (message.type === "snapshot") {
        page.volume = message.state.player.volume;
        pages.push(page);
        if (slow) dawdle(socket);
        resolve();
      } else if (message.type === "patch") page.volume = message.sections.player?.volume ?? page.volume;
    });
  });
}

function dawdle(socket: WebSocket): void {
  socket.pause();
  const reading = setInterval(() => {
    socket.resume();
    setTimeout(() => !resumed && socket.pause(), slowReadMs);
  }, slowReadEveryMs);
  socket.on("close", () => clearInterval(reading));
}

function told(): CrowdWord {
  const [quick, slow] = [pages.filter((page) => !page.slow), pages.filter((page) => page.slow)];
  const mean = (some: readonly Page[]): number =>
    Math.round(some.reduce((all, { messages }) => all + messages, 0) / Math.max(1, some.length));
  return {
    open: pages.length,
    refused,
    volumes: volumesOf(quick),
    slowVolumes: volumesOf(slow),
    messages: mean(quick),
    slowMessages: mean(slow),
  };
}

function volumesOf(some: readonly Page[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { volume } of some) counts[`${volume}`] = (counts[`${volume}`] ?? 0) + 1;
  return counts;
}
