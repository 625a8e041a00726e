import { parentPort } from "node:worker_threads";
import type { PlayEffect } from "../protocol/library.ts";
import { effectsOf } from "../recommend/effect.ts";
import { judgeMap } from "../recommend/map.ts";
import type { FiguresMessage } from "./figures-thread.ts";

const plays: PlayEffect[] = [];

parentPort?.on("message", (message: FiguresMessage) => {
  if (message.type === "plays") plays.push(...message.plays);
  else if (message.type === "effects") parentPort?.postMessage(effectsOf(plays));
  else parentPort?.postMessage(judgeMap(message.question));
});
