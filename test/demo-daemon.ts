import type { AppState } from "../src/protocol/state.ts";
import { RunningDaemon } from "./running-daemon.ts";

export const playing = ({ player: { actual } }: AppState) => actual.state === "playing";
export const looking = ({ camera, health }: AppState) => camera.looking && health.vision.state === "ok";

export function playingNow(state: AppState) {
  const { actual } = state.player;
  if (actual.state !== "playing") throw new Error(`it is ${actual.state}`);
  return { id: actual.pick.id, positionMs: actual.positionMs + (state.now - actual.at) };
}

/** A daemon as it comes, which looks at the reel and plays the pieces that it rendered itself, without a sound. */
export async function startDemo(): Promise<RunningDaemon> {
  const daemon = await RunningDaemon.start(["--demo", "--output", "null"]);
  try {
    await daemon.until("music", playing);
    await daemon.until("a camera that looks", looking);
  } catch (error) {
    await daemon.stop();
    throw error;
  }
  return daemon;
}
