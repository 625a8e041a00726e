import { createWriteStream } from "node:fs";
import { parseArgs } from "node:util";
import type { Observation, VisionReport } from "../protocol/vision.ts";
import { ForkedVision } from "./forked-vision.ts";

// Records what vision sees in a source, for tests and demonstrations: observations only, one a line, no pictures.

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: "string", default: "20" } },
});
const [source, outfile] = positionals;
const seconds = Number(values.seconds);
if (!source || !outfile?.endsWith(".observations.jsonl") || !(seconds > 0)) {
  console.error("Usage: record-main.js SOURCE OUT.observations.jsonl [--seconds 20]");
  process.exit(1);
}

const vision = new ForkedVision();
vision.open({ source });
const failure = (): string | undefined => vision.reports.map(whatFailed).find((what) => what !== undefined);
const tookMs = (): number => {
  const [first] = vision.observations;
  const last = vision.observations.at(-1);
  return first && last ? last.capturedAt - first.capturedAt : 0;
};
await vision.until("the time was over", () => failure() !== undefined || tookMs() >= seconds * 1_000);
await vision.kill();

const why = failure();
if (why) {
  console.error(why);
  process.exit(1);
}
const out = createWriteStream(outfile);
for (const observation of vision.observations) out.write(`${JSON.stringify(rounded(observation))}\n`);
out.end(() => console.log(`${vision.observations.length} observations in ${outfile}`));

/** Three digits are more than a detector knows. Says nothing of where it was recorded. */
function rounded(observation: Observation): Observation {
  const text = JSON.stringify({ ...observation, cameraId: "recording" }, (_key, value) =>
    typeof value === "number" ? Math.round(value * 1_000) / 1_000 : value,
  );
  return JSON.parse(text);
}

function whatFailed(report: VisionReport): string | undefined {
  if (report.type === "fault") return report.detail;
  return report.type === "camera" && report.status.state === "down" ? report.status.detail : undefined;
}
