// Stands in for the vision process in the supervisor's tests: the same messages, no camera. The name of its models
// folder says how it behaves.
import { argv, exit } from "node:process";
import type { VisionReport, VisionRequest } from "../../protocol/vision.ts";

const behaviour = argv.at(-1);
const say = (report: VisionReport) => process.send?.(report);
const stats = {
  framesRead: 1,
  framesDropped: 0,
  framesExamined: 1,
  readMs: 1,
  detectMs: 1,
  classifyMs: 1,
  rssBytes: 1,
};
let seq = 0;
let open = false;

process.on("disconnect", () => exit(0));
process.on("message", (request: VisionRequest) => {
  if (request.type === "shutdown") exit(0);
  if (request.type === "close" && behaviour !== "deaf") {
    open = false;
    say({ type: "camera", status: { state: "closed" } });
  }
  if (request.type === "open") {
    open = true;
    if (behaviour === "absent") {
      const absent = { state: "down", reason: "camera-absent", detail: "No camera." } as const;
      setInterval(
        () => say({ type: "camera", status: { ...absent, source: "auto", kind: "v4l2", retryInMs: 20 } }),
        20,
      );
    } else if (behaviour === "stuck") {
      say({
        type: "camera",
        status: {
          state: "down",
          source: "http://guest:pa55@cam/video?pwd=pa55",
          kind: "mjpeg",
          reason: "camera-stuck",
          detail: "A read from http://guest:pa55@cam/video?pwd=pa55 hangs.",
          retryInMs: 1_000,
        },
      });
      setTimeout(() => exit(3), 20);
    } else {
      say({
        type: "camera",
        status: { state: "looking", source: "x", kind: "v4l2", width: 640, height: 480 },
      });
    }
  }
});

if (behaviour === "faulty") {
  say({ type: "fault", reason: "model-invalid", detail: "The model is not the one that was shipped." });
  setTimeout(() => exit(1), 20);
} else if (behaviour === "dying") {
  setTimeout(() => exit(7), 20);
} else {
  const model = { version: "1", precision: "int8", file: "fer.int8.onnx", because: "of the test" } as const;
  say({ type: "ready", model: { ...model, classes: ["happy", "sad"] } });
  setInterval(() => {
    say({ type: "stats", stats });
    if (open)
      say({
        type: "observation",
        observation: { cameraId: "x", seq: ++seq, capturedAt: Date.now(), tookMs: 1, detections: [] },
      });
  }, 100);
}
