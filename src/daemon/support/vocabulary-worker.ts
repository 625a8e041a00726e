import { parentPort, workerData } from "node:worker_threads";
import { vocabularyOf } from "./vocabulary.ts";

parentPort?.postMessage([...(await vocabularyOf(workerData as readonly string[]))]);
