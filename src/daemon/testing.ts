import { dirname, join } from "node:path";
import { FakeOutput } from "../player/fake-output.ts";
import type { Settings } from "../protocol/settings.ts";
import { seededRandom } from "../recommend/random.ts";
import { openTestStore, type TestStore } from "../store/testing.ts";
import { Appliance } from "./appliance.ts";
import { systemClock } from "./clock.ts";
import { SettingsKeeper } from "./settings-keeper.ts";

export const silentLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface TestAppliance {
  appliance: Appliance;
  kept: TestStore;
  output: FakeOutput;
  remove(): Promise<void>;
}

/** The appliance with a real store, an output that goes by hand, and vision's stand-in. Not started. */
export async function makeTestAppliance(
  options: { overrides?: Partial<Settings>; durationMs?: number } = {},
): Promise<TestAppliance> {
  const kept = await openTestStore();
  const settings = new SettingsKeeper({
    table: kept.store.settings,
    overrides: { musicFolders: ["/nowhere"], ...options.overrides },
    log: silentLog,
  });
  await settings.start();
  const output = new FakeOutput({ durationMs: options.durationMs ?? 180_000 });
  const appliance = new Appliance({
    store: kept.store,
    place: await kept.store.place(),
    settings,
    dataFolder: dirname(kept.file),
    outputs: [{ name: "fake", output }],
    vision: { entry: join(import.meta.dirname, "vision-stand-in-main.js"), modelsFolder: "well" },
    demo: { reel: "/nowhere/reel", musicFolder: "/nowhere/music" },
    random: seededRandom(1),
    clock: systemClock,
    log: silentLog,
  });
  const remove = async () => {
    await appliance.stop();
    await kept.remove();
  };
  return { appliance, kept, output, remove };
}
