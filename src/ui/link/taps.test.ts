import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { TapMessage } from "../../protocol/people.ts";
import { Taps } from "./taps.ts";

/** As much of a browser's socket as is used. */
class FakeSocket extends EventTarget {
  closed = false;
  close(): void {
    this.closed = true;
    this.dispatchEvent(new Event("close"));
  }
  hear(data: string): void {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
}

let sockets: FakeSocket[];
let heard: TapMessage[];
let taps: Taps;
const newest = (): FakeSocket => sockets.at(-1) ?? expect.fail("no socket was opened");

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0);
  sockets = [];
  heard = [];
  taps = new Taps({
    connect: () => {
      sockets.push(new FakeSocket());
      return newest() as unknown as WebSocket;
    },
    heard: (message) => heard.push(message),
  });
});
afterEach(() => {
  taps.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("a card at the reader is heard of, with its ticket; what is no word of a card is not", () => {
  taps.start();
  newest().hear('{"type":"in","name":"Anna","ticket":"t"}');
  for (const other of ['{"type":"snapshot"}', "null", "[]", "{half"]) newest().hear(other);
  newest().hear('{"type":"unknown"}');
  expect(heard).toEqual([{ type: "in", name: "Anna", ticket: "t" }, { type: "unknown" }]);
});

test("it is opened once, and comes back by itself when the connection breaks", () => {
  taps.start();
  taps.start();
  expect(sockets).toHaveLength(1);
  newest().close();
  vi.advanceTimersByTime(5_000);
  expect(sockets).toHaveLength(2);
});

test("a page that is the screen no more hears of no card, and opens nothing again", () => {
  taps.start();
  taps.stop();
  expect(newest().closed).toBe(true);
  vi.advanceTimersByTime(60_000);
  expect(sockets).toHaveLength(1);
});
