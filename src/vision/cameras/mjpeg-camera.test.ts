import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadOpenCv } from "../opencv.ts";
import { brightnessOf, countingMeter, greyPicture, portWithoutListener } from "../testing.ts";
import { MjpegCamera } from "./mjpeg-camera.ts";

const opencv = loadOpenCv();
const { signal } = new AbortController();
let server: Server;
let port: number;
let answer: (response: ServerResponse, url: string, authorization: string | undefined) => void;
let meter: ReturnType<typeof countingMeter>;
const cameras: MjpegCamera[] = [];

beforeEach(async () => {
  meter = countingMeter();
  server = createServer((request, response) =>
    answer(response, request.url ?? "", request.headers.authorization),
  );
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  for (const camera of cameras.splice(0)) camera.close();
  server.closeAllConnections();
  server.close();
});

function camera(path = "/stream", credentials = ""): MjpegCamera {
  const made = new MjpegCamera({ url: `http://${credentials}127.0.0.1:${port}${path}`, opencv, meter });
  cameras.push(made);
  return made;
}

function begin(response: ServerResponse): void {
  response.writeHead(200, { "content-type": 'multipart/x-mixed-replace; boundary="cut"' });
}
function send(response: ServerResponse, brightness: number): void {
  const picture = greyPicture(opencv, brightness);
  const jpeg = opencv.raw.imencode(".jpg", picture);
  picture.release();
  response.write(`--cut\r\nContent-Type: image/jpeg\r\nContent-Length: ${jpeg.length}\r\n\r\n`);
  response.write(jpeg);
  response.write("\r\n");
}

/** Answers with one picture, and hands over the response for more. */
async function openStream(): Promise<{ stream: MjpegCamera; response: ServerResponse; opened: unknown }> {
  let response: ServerResponse | undefined;
  answer = (begun) => {
    response = begun;
    begin(begun);
    send(begun, 50);
  };
  const stream = camera();
  const opened = await stream.open(signal);
  if (!response) throw new Error("the server was not asked");
  return { stream, response, opened };
}

async function brightnessOfNext(stream: MjpegCamera): Promise<number> {
  const sight = await stream.next(0, signal);
  if (!("frame" in sight)) throw new Error(JSON.stringify(sight));
  const brightness = brightnessOf(opencv, sight.frame.image);
  sight.frame.release();
  return brightness;
}

test("a stream opens with its size and gives its pictures", async () => {
  const { stream, response, opened } = await openStream();
  expect(opened).toEqual({ width: 64, height: 48 });
  send(response, 120);
  expect(Math.abs((await brightnessOfNext(stream)) - 120)).toBeLessThan(4);
});

test("of several pictures only the newest is looked at, and the others are counted", async () => {
  const { stream, response } = await openStream();
  for (const brightness of [60, 110, 160]) send(response, brightness);
  await expect.poll(() => meter.drops).toBe(2);
  expect(Math.abs((await brightnessOfNext(stream)) - 160)).toBeLessThan(4);
});

test("a stream that its server closes has ended, and a new one of the same server can be opened", async () => {
  const { stream, response } = await openStream();
  response.end();
  expect(await stream.next(0, signal)).toMatchObject({ failed: "camera-ended" });
  expect((await openStream()).opened).toEqual({ width: 64, height: 48 });
});

test("a connection that breaks off is unplugged", async () => {
  const { stream, response } = await openStream();
  response.destroy();
  expect(await stream.next(0, signal)).toMatchObject({ failed: "camera-unplugged" });
});

test("a server that falls silent is stuck after 3 s, but the process need not end for it", async () => {
  const since = performance.now();
  const { stream } = await openStream();
  const failure = await stream.next(0, signal);
  expect(failure).toMatchObject({ failed: "camera-stuck" });
  expect(failure).not.toHaveProperty("hangs");
  expect(performance.now() - since).toBeGreaterThan(2_900);
});

test("nobody at the address: absent", async () => {
  const { port: silent, free } = await portWithoutListener();
  const stream = new MjpegCamera({ url: `http://127.0.0.1:${silent}/`, opencv, meter });
  expect(await stream.open(signal)).toMatchObject({
    failed: "camera-absent",
    detail: expect.stringContaining("ECONNREFUSED"),
  });
  free();
});

test.each([
  [404, "text/plain", "camera-absent", "404"],
  [401, "text/plain", "camera-unreadable", "401"],
  [200, "text/html", "camera-unreadable", "text/html"],
])("an answer of %i with %s is %s", async (status, type, failed, named) => {
  answer = (response) => response.writeHead(status, { "content-type": type }).end("hello");
  expect(await camera().open(signal)).toMatchObject({ failed, detail: expect.stringContaining(named) });
});

test("parts that are no pictures are unreadable", async () => {
  answer = (response) => {
    begin(response);
    response.write("--cut\r\nContent-Length: 5\r\n\r\nhello\r\n");
  };
  expect(await camera().open(signal)).toMatchObject({ failed: "camera-unreadable" });
});

test("a part of 10 GB is unreadable, and not waited for", async () => {
  answer = (response) => {
    begin(response);
    response.write("--cut\r\nContent-Length: 10000000000\r\n\r\n");
  };
  expect(await camera().open(signal)).toMatchObject({
    failed: "camera-unreadable",
    detail: expect.stringContaining("16 MB"),
  });
});

test("name and password in the address are sent as such, and never shown", async () => {
  const heard: (string | undefined)[] = [];
  answer = (response, _url, authorization) => {
    heard.push(authorization);
    response.writeHead(401).end();
  };
  const stream = camera("/stream", "me:s%40cret@");
  const failure = await stream.open(signal);
  expect(heard).toEqual([`Basic ${Buffer.from("me:s@cret").toString("base64")}`]);
  expect(JSON.stringify(failure) + stream.name).not.toMatch(/s@cret|s%40cret/);
});
