import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { decode } from "./decode.ts";
import { estimateOf } from "./estimate.ts";
import { featuresOf } from "./features.ts";
import type { Heard, SoundRequest } from "./sound-messages.ts";

const port = parentPort;
if (!port) throw new Error("sound-worker.ts is a worker thread's entry: start it through SoundListener.");

// Linux keeps niceness for each thread: seeing and playing come first.
setPriority(19);

async function listen({ path, durationMs }: SoundRequest): Promise<Heard> {
  const decoded = await decode(path, durationMs);
  if (!("why" in decoded)) return { is: "estimated", estimate: estimateOf(featuresOf(decoded)) };
  if (decoded.why === "gone") return { is: "gone" };
  if (decoded.why === "interrupted") return { is: "crashed", reason: decoded.detail };
  if (decoded.why === "no-decoder") return { is: "unable", detail: decoded.detail };
  return { is: "failed", reason: decoded.detail };
}

// What is thrown here is a bug, and ends the thread with its stack.
port.on("message", async (request: SoundRequest) => port.postMessage(await listen(request)));
