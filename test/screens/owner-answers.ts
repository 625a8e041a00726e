import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Value } from "typebox/value";
import { someState } from "../../src/daemon/testing-state.ts";
import type { PlayTold } from "../../src/protocol/library.ts";
import { Settings } from "../../src/protocol/settings.ts";
import { root } from "../running-daemon.ts";
import type { Told } from "./pages-alone.ts";

const HOUR_MS = 3_600_000;
const thisHour = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;

export const hours = Array.from({ length: 70 }, (_, n) => ({
  at: thisHour - (69 - n) * 2 * HOUR_MS,
  ...{ plays: 3 + ((n * 7) % 14), asked: n % 3, skipped: n % 2 },
}));
export const plays: readonly PlayTold[] = Array.from({ length: 50 }, (_, n) => ({
  ...{
    id: `play-${n}`,
    trackId: `track-${n}`,
    title: `A song with a name of its own ${n}`,
    artists: ["The Umber Quartet"],
  },
  ...{ startedAt: thisHour - n * 240_000, endedAt: thisHour - n * 240_000 + 200_000, mood: null },
  ...{ end: n === 0 ? null : { how: n % 4 === 0 ? "skipped" : "finished", by: null, heardMs: 200_000 } },
  ...{
    asked: n % 5 === 0,
    reasons:
      n % 5 === 0
        ? [{ kind: "asked", by: { kind: "guest" } }]
        : [{ kind: "mood", label: "content", basis: "daypart", looks: { kind: "nobody" }, policy: "match" }],
  },
}));
const health = {
  machine: {
    celsius: 58.2,
    disk: { freeBytes: 12_400_000_000, sizeBytes: 31_000_000_000 },
    memory: { availableBytes: 2_100_000_000, sizeBytes: 4_000_000_000 },
  },
  ...{ memory: { daemonRssBytes: 98_000_000, visionRssBytes: 160_000_000 }, backup: { newestAt: thisHour } },
  uptimeSeconds: 300_000,
};
const lines = Array.from({ length: 40 }, (_, n) => ({
  seq: n + 1,
  text: JSON.stringify({
    level: n % 9 === 0 ? 50 : n % 5 === 0 ? 40 : 30,
    time: thisHour + n * 1_000,
    msg: n % 9 === 0 ? "vision ended" : "backup made",
    code: n,
  }),
}));
/** What the daemon tells the owner's pages, by path. */
export const ownerAnswers: Readonly<Record<string, Told>> = {
  "/api/health": { json: health },
  "/api/history/hours": { json: { hours } },
  "/api/history": { json: { plays } },
  "/api/effect": { json: [] },
  "/api/about": {
    json: {
      version: "0.4.0",
      node: "v22.0.0",
      service: true,
      clone: null,
      dataFolder: "/var/lib/mien",
      startedWith: [],
      startedAt: 1,
      lastUpdate: null,
    },
  },
  "/api/update": { json: { way: "no-service", staged: null, running: null, since: null } },
  "/api/backups": {
    json: {
      folder: "/var/lib/mien/backups",
      missing: null,
      because: null,
      running: false,
      nextAt: thisHour + 9 * HOUR_MS,
      backups: [{ name: "mien-20261121-031500.db", at: thisHour, bytes: 41_000_000 }],
    },
  },
  "/api/recovery": { json: { recovery: null } },
  "/api/logs": { json: { lines } },
  "/api/settings": {
    json: {
      schema: Settings,
      values: Value.Default(Settings, {}),
      withheld: [],
      overridden: [],
      awaitsRestart: [],
      notThere: [],
    },
  },
  "/api/state": { json: { ...someState, place: { id: "p", name: "Café Luna" } } },
};

export const model = {
  version: "2026-11-21.3",
  trainedOn: "FER-2013 Training with FER+ votes; research use",
  minConfidence: 0.44,
  files: (["int8", "fp32"] as const).map((precision) => ({
    ...{
      precision,
      bytes: 2_000_000,
      faces: 3_589,
      accuracy: 0.702,
      macroRecall: 0.674,
      kept: 0.875,
      accuracyOfKept: 0.75,
      ece: 0.03,
    },
    recall: { angry: 0.58, disgust: 0.64, fear: 0.55, happy: 0.91, sad: 0.57, surprise: 0.71, neutral: 0.76 },
    right: { angry: 0.71, disgust: 0.7, fear: 0.52, happy: 0.89, sad: 0.6, surprise: 0.81, neutral: 0.64 },
  })),
  pictures: ["confusion", "recall"],
  mustNot: ["To judge a person: hiring, grading, policing.", "At work or at school."],
  cannot: ["What somebody feels."],
};

/** A plot as it ships. */
export const modelPicture = (pathname: string): Told => ({
  body: readFileSync(join(root, "models/report", `${pathname.slice("/api/model/pictures/".length)}.svg`)),
  type: "image/svg+xml",
});
