import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { AppState } from "../../protocol/state.ts";
import type { Appliance } from "../appliance.ts";
import type { LoopDelay } from "../loop-meter.ts";

/** How every part is, and what it costs. Nothing in it tells who is in the room or what is played. */
export type HealthFacts = Awaited<ReturnType<typeof healthFacts>>;

export async function healthFacts(appliance: Appliance, eventLoop: LoopDelay) {
  const { health, player, room } = appliance.publisher.state;
  const { stats, model, restarts, status } = appliance.vision;
  const { machine, backups, counts } = appliance.upkeep;
  return {
    ok: Object.values(health).every(isWell),
    components: health,
    https: appliance.https,
    vision: {
      model,
      camera: status,
      restarts,
      faces: room.faces,
      framesRead: stats?.framesRead ?? 0,
      framesDropped: stats?.framesDropped ?? 0,
      framesExamined: stats?.framesExamined ?? 0,
      readMs: stats?.readMs ?? null,
      detectMs: stats?.detectMs ?? null,
      classifyMs: stats?.classifyMs ?? null,
    },
    player: {
      intended: player.intended,
      state: player.actual.state,
      output: player.output,
      restarts: counts.playerRestarts,
    },
    library: appliance.library.state,
    database: await databaseFacts(appliance),
    backup: { newestAt: backups.newestAt },
    machine: machine.facts,
    memory: { daemonRssBytes: process.memoryUsage.rss(), visionRssBytes: stats?.rssBytes ?? null },
    eventLoop,
    uptimeSeconds: Math.round(process.uptime()),
    pages: appliance.publisher.subscribers,
  };
}

async function databaseFacts({ dataFolder, store }: Appliance) {
  const sizeOf = async (name: string) => (await stat(join(dataFolder, name)).catch(() => null))?.size ?? 0;
  const [bytes, logBytes] = await Promise.all([sizeOf("mien.db"), sizeOf("mien.db-wal")]);
  return { bytes, logBytes, recovery: store.care.recovery && { at: store.care.recovery.at } };
}

/** What a person switched off is as it should be. */
function isWell({ state }: AppState["health"][keyof AppState["health"]]): boolean {
  return state === "ok" || state === "off";
}
