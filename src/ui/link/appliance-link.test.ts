import type { ReactiveControllerHost } from "lit";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ClientMessage, ServerMessage } from "../../protocol/messages.ts";
import { someState } from "../testing-state.ts";
import { ApplianceLink } from "./appliance-link.ts";

/** As much of a browser's socket as the page uses. */
class FakeSocket extends EventTarget {
  readonly OPEN = 1;
  readyState = 1;
  readonly sent: ClientMessage[] = [];
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.readyState = 3;
  }
  hear(message: ServerMessage | string): void {
    const data = typeof message === "string" ? message : JSON.stringify(message);
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
  drop(code?: number): void {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event("close"), { code }));
  }
}

let sockets: FakeSocket[];
let link: ApplianceLink;
let updates: number;
const newest = (): FakeSocket => sockets.at(-1) ?? expect.fail("no socket was opened");
const snapshot = (rev: number): ServerMessage => ({ type: "snapshot", rev, state: someState() });

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  updates = 0;
  const host: ReactiveControllerHost = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => {
      updates += 1;
    },
    updateComplete: Promise.resolve(true),
  };
  link = new ApplianceLink({
    host,
    connect: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
  });
  link.hostConnected();
});
afterEach(() => {
  link.hostDisconnected();
  vi.useRealTimers();
});

test("it is connecting until the first snapshot, then open", () => {
  expect(link.phase).toBe("connecting");
  newest().hear(snapshot(1));
  expect(link.phase).toBe("open");
  expect(link.picture?.rev).toBe(1);
  expect(updates).toBe(1);
});

test("a patch that does not follow asks for one snapshot, however many more come", () => {
  newest().hear(snapshot(1));
  newest().hear({ type: "patch", from: 4, rev: 5, sections: {} });
  newest().hear({ type: "patch", from: 5, rev: 6, sections: {} });
  expect(newest().sent).toEqual([{ type: "resync" }]);
  newest().hear(snapshot(6));
  newest().hear({ type: "patch", from: 9, rev: 10, sections: {} });
  expect(newest().sent).toEqual([{ type: "resync" }, { type: "resync" }]);
});

test("what is no JSON, and what a newer daemon says, asks for a snapshot", () => {
  newest().hear("{half");
  expect(newest().sent).toEqual([{ type: "resync" }]);
});

test("a lost connection keeps the last picture and comes back by itself, waiting longer each time", () => {
  newest().hear(snapshot(3));
  newest().drop();
  expect(link.phase).toBe("lost");
  expect(link.picture?.rev).toBe(3);

  vi.advanceTimersByTime(500);
  expect(sockets).toHaveLength(2);
  newest().drop();
  vi.advanceTimersByTime(799);
  expect(sockets).toHaveLength(2);
  vi.advanceTimersByTime(201);
  expect(sockets).toHaveLength(3);
  expect(link.phase).toBe("lost");

  newest().hear(snapshot(1));
  expect(link.phase).toBe("open");
  newest().drop();
  vi.advanceTimersByTime(500);
  expect(sockets).toHaveLength(4);
});

test("a socket that opens and says nothing is given up", () => {
  vi.advanceTimersByTime(5_000);
  expect(newest().readyState).toBe(3);
  vi.advanceTimersByTime(500);
  expect(sockets).toHaveLength(2);
});

test("a daemon that has been quiet for long is asked for a snapshot, and is lost if it does not answer", () => {
  newest().hear(snapshot(1));
  vi.advanceTimersByTime(30_000);
  expect(newest().sent).toEqual([{ type: "resync" }]);
  expect(link.phase).toBe("open");
  newest().hear(snapshot(1));
  vi.advanceTimersByTime(30_000);
  vi.advanceTimersByTime(5_000);
  expect(link.phase).toBe("lost");
});

test("a socket that was given up can say what it likes", () => {
  const [first] = sockets;
  first?.hear(snapshot(1));
  first?.drop();
  vi.advanceTimersByTime(500);
  first?.hear(snapshot(99));
  expect(link.picture?.rev).toBe(1);
});

test("commands carry ids that count up; without a connection they are dropped, not kept for later", () => {
  link.command({ do: "skip" });
  newest().hear(snapshot(1));
  link.command({ do: "pause" });
  link.command({ do: "play" });
  expect(newest().sent).toEqual([
    { type: "command", id: 1, command: { do: "pause" } },
    { type: "command", id: 2, command: { do: "play" } },
  ]);
});

test("a rejection is shown for five seconds", () => {
  newest().hear(snapshot(1));
  newest().hear({ type: "rejected", id: 1, reason: "nothing is left to skip to" });
  expect(link.rejection).toBe("nothing is left to skip to");
  vi.advanceTimersByTime(5_000);
  expect(link.rejection).toBeNull();
});

test("once the page is gone it opens nothing more", () => {
  newest().hear(snapshot(1));
  link.hostDisconnected();
  vi.advanceTimersByTime(120_000);
  expect(sockets).toHaveLength(1);
});

test("each new connection is counted, and a command tells whether there was one", () => {
  expect(link.command({ do: "skip" })).toBe(false);
  newest().hear(snapshot(1));
  newest().hear(snapshot(2));
  expect(link.opened).toBe(1);
  expect(link.command({ do: "skip" })).toBe(true);
  newest().drop();
  expect(link.command({ do: "skip" })).toBe(false);
  vi.advanceTimersByTime(1_000);
  newest().hear(snapshot(1));
  expect(link.opened).toBe(2);
});

test("with the end of the session that it was opened with, the socket is opened anew, and nobody is told of a loss", () => {
  newest().hear(snapshot(1));
  newest().drop(4_001);
  expect(sockets).toHaveLength(2);
  expect(link.phase).toBe("open");
  newest().hear(snapshot(1));
  expect(link.opened).toBe(2);
});

test("after somebody has signed in the socket is opened anew, and the one of before says nothing any more", () => {
  newest().hear(snapshot(1));
  const [before] = sockets;
  link.reopen();
  expect(sockets).toHaveLength(2);
  expect(before?.readyState).toBe(3);
  before?.drop();
  vi.advanceTimersByTime(2_000);
  expect(sockets).toHaveLength(2);
  expect(link.phase).toBe("open");
  newest().hear(snapshot(7));
  expect(link.picture?.rev).toBe(7);
});
