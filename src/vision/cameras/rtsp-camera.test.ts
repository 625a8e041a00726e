import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadOpenCv } from "../opencv.ts";
import { brightnessOf, countingMeter, portWithoutListener, untold } from "../testing.ts";
import type { Authorization } from "../testing-rtsp.ts";
import { RtspThread } from "../testing-rtsp-thread.ts";
import { RtspCamera } from "./rtsp-camera.ts";

const opencv = loadOpenCv();
const { signal } = new AbortController();
let server: RtspThread | undefined;
let camera: RtspCamera | undefined;
let meter: ReturnType<typeof countingMeter>;

beforeEach(() => {
  meter = countingMeter();
});
afterEach(async () => {
  camera?.close();
  await server?.stop();
  server = undefined;
});

function at(port: number, { path = "/stream", credentials = "" } = {}): RtspCamera {
  camera = new RtspCamera({ url: `rtsp://${credentials}127.0.0.1:${port}${path}`, opencv, meter });
  return camera;
}

async function see(from: RtspCamera, dueAt = 0): Promise<number> {
  const sight = await from.next(dueAt, signal);
  if (!("frame" in sight)) throw new Error(JSON.stringify(sight));
  const brightness = brightnessOf(opencv, sight.frame.image);
  sight.frame.release();
  return brightness;
}

test("an H.264 stream opens with its size and gives its pictures as they come", async () => {
  server = await RtspThread.start();
  const stream = at(server.port);
  expect(await stream.open(signal, untold)).toEqual({ width: 64, height: 48 });
  const first = await see(stream);
  await expect.poll(() => see(stream)).not.toBe(first);
});

test("whoever looks less often sees the newest picture, and the others are counted", async () => {
  server = await RtspThread.start();
  const stream = at(server.port);
  await stream.open(signal, untold);
  await see(stream);
  let looks = 1;
  const lookAgain = async () => {
    await see(stream, performance.now() + 1_000);
    looks += 1;
    return meter.drops;
  };
  await expect.poll(lookAgain).toBeGreaterThanOrEqual(5);
  // Each look has used one, and one may wait for the next look.
  expect(meter.reads - meter.drops).toBeLessThanOrEqual(looks + 1);
});

test.each(["basic", "digest"] as const)("with %s, the right password opens the stream", async (by) => {
  const authorization: Authorization = { by, name: "guest", password: "p@ss word" };
  server = await RtspThread.start(authorization);
  const stream = at(server.port, { credentials: "guest:p%40ss%20word@" });
  expect(await stream.open(signal, untold)).toEqual({ width: 64, height: 48 });
  expect(stream.name).toBe(`rtsp://127.0.0.1:${server.port}/stream`);
});

test("a wrong password, or none, is said without saying it", async () => {
  server = await RtspThread.start({ by: "digest", name: "guest", password: "right" });
  expect(await at(server.port).open(signal, untold)).toMatchObject({
    failed: "camera-unreadable",
    detail: expect.stringContaining("wants a name and a password"),
  });
  const failure = await at(server.port, { credentials: "guest:s3cret@" }).open(signal, untold);
  expect(failure).toMatchObject({ failed: "camera-unreadable" });
  expect(JSON.stringify(failure)).not.toContain("s3cret");
});

test("a path that the camera does not have is absent", async () => {
  server = await RtspThread.start();
  expect(await at(server.port, { path: "/nowhere" }).open(signal, untold)).toMatchObject({
    failed: "camera-absent",
    detail: expect.stringContaining("no stream at rtsp://127.0.0.1"),
  });
});

test("nobody at the address is absent, and what speaks no RTSP is unreadable", async () => {
  const other = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
  await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
  const { port } = other.address() as AddressInfo;
  expect(await at(port).open(signal, untold)).toMatchObject({
    failed: "camera-unreadable",
    detail: expect.stringContaining("no RTSP stream"),
  });
  other.close();
  const { port: silent, free } = await portWithoutListener();
  expect(await at(silent).open(signal, untold)).toMatchObject({
    failed: "camera-absent",
    detail: expect.stringContaining("ECONNREFUSED"),
  });
  free();
});

test("a server that never answers is absent, and OpenCV is not left to wait for it", async () => {
  const mute = createServer(() => undefined);
  await new Promise<void>((done) => mute.listen(0, "127.0.0.1", done));
  const opened = await at((mute.address() as AddressInfo).port).open(signal, untold);
  expect(opened).toMatchObject({ failed: "camera-absent", detail: expect.stringContaining("no answer") });
  mute.close();
});

test("a stream that breaks off is unplugged", async () => {
  server = await RtspThread.start();
  const stream = at(server.port);
  await stream.open(signal, untold);
  server.wish("hangUp");
  await expect
    .poll(() => stream.next(0, signal).then((sight) => ("frame" in sight ? sight.frame.release() : sight)))
    .toMatchObject({ failed: "camera-unplugged" });
});

test("a stream that falls silent is stuck, and can be closed", async () => {
  server = await RtspThread.start();
  const stream = at(server.port);
  await stream.open(signal, untold);
  server.wish("fallSilent");
  await expect
    .poll(() => stream.next(0, signal).then((sight) => ("frame" in sight ? sight.frame.release() : sight)))
    .toMatchObject({ failed: expect.stringMatching(/camera-(stuck|unplugged)/) });
  stream.close();
  await expect.poll(() => server?.viewers).toBe(0);
});

test("a password in the path is not shown either", () => {
  const path = "/user=admin&password=s3cret&channel=1&stream=0.sdp";
  expect(at(554, { path }).name).not.toContain("s3cret");
});
