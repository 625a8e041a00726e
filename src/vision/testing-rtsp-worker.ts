import { parentPort, workerData } from "node:worker_threads";
import { type Authorization, RtspServer } from "./testing-rtsp.ts";

/** What a test wants of the camera that it watches. */
export type RtspWish = "fallSilent" | "hangUp" | "stop";

// A thread of its own: OpenCV holds up the test's while it opens an address.
const server = await RtspServer.start(workerData as Authorization | null);
const tell = () => parentPort?.postMessage({ port: server.port, viewers: server.viewers });
const telling = setInterval(tell, 50);
tell();

parentPort?.on("message", async (wish: RtspWish) => {
  await server[wish]();
  if (wish !== "stop") return;
  clearInterval(telling);
  parentPort?.close();
});
