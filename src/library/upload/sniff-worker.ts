import { readlinkSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { beats, type ThreadReady, type ThreadReply } from "../threads/thread-messages.ts";
import { sniff } from "./sniff.ts";

const port = parentPort;
if (!port) throw new Error("sniff-worker.ts is a worker thread's entry: start it through Sniffer.");
const progress = workerData as Int32Array;

export interface SniffRequest {
  path: string;
  name: string;
}

port.on("message", ({ path, name }: SniffRequest) => {
  Atomics.add(progress, beats, 1);
  let reply: ThreadReply;
  try {
    reply = { ok: true, reply: JSON.stringify(sniff(path, name)) };
  } catch (error) {
    reply = { ok: false, failed: String(error) };
  }
  port.postMessage(reply);
});
port.postMessage({ ready: readlinkSync("/proc/thread-self") } satisfies ThreadReady);
