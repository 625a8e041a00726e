import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { SHOTS_PER_SECOND } from "../protocol/preview.ts";
import type { VisionReport, VisionRequest } from "../protocol/vision.ts";
import { readContract } from "./contract.ts";
import { Eyes } from "./eyes.ts";
import { Meter } from "./meter.ts";
import { chosenPrecision } from "./model-choice.ts";
import { StartFault } from "./opencv.ts";
import { PreviewDoor } from "./preview/preview-door.ts";
import { usualConfig } from "./usual-config.ts";
import { Vision } from "./vision.ts";

const STATS_EVERY_MS = 1_000;

const { values } = parseArgs({
  options: { models: { type: "string" }, choice: { type: "string" }, preview: { type: "string" } },
});
if (!process.send || values.models === undefined) {
  console.error(
    "vision is forked by the daemon: fork(main.js, ['--choice', FILE, '--preview', SOCKET, '--models', DIR])",
  );
  process.exit(2);
}

/** `process.exit` joins libuv's threads, so beside a stuck read it never comes to its end. This does. */
const endAtOnce = (): void => {
  process.kill(process.pid, "SIGKILL");
};

/** Resolves when the system has the message. Without a daemon there is nobody left to work for. */
const report = (message: VisionReport): Promise<void> =>
  new Promise((done) => {
    if (!process.connected) endAtOnce();
    process.send?.(message, (error: Error | null) => (error ? endAtOnce() : done()));
  });

/** What is missing or wrong is told to the daemon; everything else is a bug, and ends the process as one. */
const tellFault = async (error: unknown): Promise<never> => {
  if (!(error instanceof StartFault)) throw error;
  await report({ type: "fault", reason: error.reason, detail: error.message });
  process.exit(1);
};

const meter = new Meter();
setInterval(() => void report({ type: "stats", stats: meter.stats() }), STATS_EVERY_MS);

const vision = load(resolve(values.models), values.choice ?? null);

async function load(modelsFolder: string, choiceFile: string | null): Promise<Vision> {
  const { precision, because } = await chosenPrecision(await readContract(modelsFolder), choiceFile);
  const eyes = await Eyes.load({ modelsFolder, precision, config: usualConfig, meter });
  const { version, files, classes } = eyes.model.contract;
  const file = files[precision].path;
  await report({ type: "ready", model: { version, precision, file, because, classes } });
  const preview = values.preview === undefined ? undefined : await openPreview(values.preview, eyes);
  return new Vision({ eyes, meter, report, onHang: endAtOnce, ...(preview && { preview }) });
}

async function openPreview(path: string, { schedule }: Eyes): Promise<PreviewDoor> {
  const preview = new PreviewDoor({
    path,
    onWatched: (watched) => {
      schedule.atLeast = watched ? SHOTS_PER_SECOND : 0;
    },
  });
  await preview.open();
  return preview;
}

process.on("disconnect", endAtOnce);
process.on("message", (request: VisionRequest) => {
  vision
    .then((ready) => ready.handle(request))
    .then(() => (request.type === "shutdown" ? process.exit(0) : undefined))
    .catch(tellFault);
});
vision.catch(tellFault);
