import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { type MpvEvent, MpvIpc } from "./mpv-ipc.ts";

/** Somebody at the other end who says what the test wants, byte by byte. */
async function otherEnd() {
  const folder = await mkdtemp(join(tmpdir(), "mien-ipc-"));
  const path = join(folder, "mpv.sock");
  const server = createServer().listen(path);
  await once(server, "listening");
  const connected = once(server, "connection") as Promise<[Socket]>;
  const ipc = await MpvIpc.connect(path);
  if (ipc === null) throw new Error("not connected");
  const [socket] = await connected;
  onTestFinished(async () => {
    ipc.close();
    socket.destroy();
    server.close();
    await rm(folder, { recursive: true });
  });
  const events: MpvEvent[] = [];
  const closed = vi.fn();
  ipc.listen((event) => events.push(event), closed);
  return { ipc, socket, events, closed };
}

test("nobody there is null, not an error", async () => {
  expect(await MpvIpc.connect("/nowhere/mpv.sock")).toBeNull();
});

test("a line without an end is hung up on before it fills the memory", async () => {
  const { ipc, socket, closed } = await otherEnd();
  const asked = ipc.request(["get_property", "a"]);
  socket.on("error", () => undefined);
  for (let sent = 0; sent < 40 && !socket.destroyed; sent++) {
    socket.write("x".repeat(2 ** 16));
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await asked).toEqual({ ok: false, data: null, error: "closed" });
  expect(closed).toHaveBeenCalledOnce();
});

test("answers find their requests, whatever their order", async () => {
  const { ipc, socket } = await otherEnd();
  const both = Promise.all([ipc.request(["get_property", "a"]), ipc.request(["get_property", "b"])]);
  socket.write(
    '{"request_id":2,"error":"success","data":"b"}\n{"request_id":1,"error":"property unavailable"}\n',
  );
  expect(await both).toEqual([
    { ok: false, data: null, error: "property unavailable" },
    { ok: true, data: "b" },
  ]);
});

test("a message that comes in pieces, even within a letter, is one message", async () => {
  const { socket, events } = await otherEnd();
  for (const byte of Buffer.from('{"event":"end-file","reason":"über"}\n')) {
    socket.write(Buffer.of(byte));
    await new Promise(setImmediate);
  }
  await expect.poll(() => events).toEqual([{ event: "end-file", reason: "über" }]);
});

test("silence is a time-out", async () => {
  const { ipc } = await otherEnd();
  expect(await ipc.request(["get_property", "a"], 30)).toEqual({ ok: false, data: null, error: "timeout" });
});

test("an end that closes settles everything", async () => {
  const { ipc, socket, closed } = await otherEnd();
  const pending = ipc.request(["get_property", "a"]);
  socket.destroy();
  expect(await pending).toEqual({ ok: false, data: null, error: "closed" });
  expect(await ipc.request(["get_property", "a"])).toMatchObject({ error: "closed" });
  expect(closed).toHaveBeenCalledOnce();
});

test("one who doesn't speak JSON is no mpv", async () => {
  const { socket, closed } = await otherEnd();
  socket.write("HTTP/1.1 400 Bad Request\n");
  await expect.poll(() => closed.mock.calls.length).toBe(1);
});
