import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { VisionReport, VisionRequest } from "../protocol/vision.ts";
import { StartFault } from "./opencv.ts";
import { Vision } from "./vision.ts";

// All of these are read when the addon is loaded, which happens later.
// With tracking, V8's collector aborts the process once many Mats are alive; they are all released by hand.
process.env.OPENCV4NODEJS_DISABLE_EXTERNAL_MEM_TRACKING = "1";
// Failures are told in Mien's own words; OpenCV's and FFmpeg's would only fill the log.
process.env.OPENCV_LOG_LEVEL = "SILENT";
process.env.OPENCV_FFMPEG_LOGLEVEL = "-8";
// A stuck read keeps one thread.
process.env.UV_THREADPOOL_SIZE = "2";

const { values } = parseArgs({ options: { models: { type: "string" } } });
if (!process.send || values.models === undefined) {
  console.error("vision is forked by the daemon: fork(main.js, ['--models', DIR])");
  process.exit(2);
}

/** Resolves when the system has the message. Without a daemon there is nobody to work for. */
const report = (message: VisionReport): Promise<void> =>
  new Promise((done) => {
    if (!process.connected) endAtOnce();
    process.send?.(message, (error: Error | null) => (error ? endAtOnce() : done()));
  });

/** `process.exit` waits for every thread of libuv, so for a stuck read it waits for ever. This does not. */
function endAtOnce(): never {
  process.kill(process.pid, "SIGKILL");
  throw new Error("unreachable: the process has killed itself");
}

const fault = async (error: unknown): Promise<never> => {
  if (!(error instanceof StartFault)) throw error;
  await report({ type: "fault", reason: error.reason, detail: error.message });
  process.exit(1);
};

const vision = new Vision({ modelsFolder: resolve(values.models), report, onHang: endAtOnce });

process.on("disconnect", endAtOnce);
process.on("message", (request: VisionRequest) => {
  if (request.type === "shutdown") void vision.stop().then(() => process.exit(0));
  else vision.handle(request).catch(fault);
});
await vision.start().catch(fault);
