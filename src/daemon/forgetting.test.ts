import { expect, test } from "vitest";
import { openTestStore, playBegun, scannedFile } from "../store/testing.ts";
import { Forgetting } from "./forgetting.ts";
import { SettingsKeeper } from "./settings-keeper.ts";
import { silentLog } from "./testing.ts";

const day = 86_400_000;

test("after the days that the owner chose a play has no mood any more, but stays", async () => {
  const { store, remove } = await openTestStore();
  await store.library.put([scannedFile("/music/a.mp3")]);
  const { tracks } = await store.library.list({ search: null, limit: 1, offset: 0 });
  const [track] = tracks;
  if (!track) throw new Error("no track");
  const now = 1_800_000_000_000;
  await store.plays.begin(playBegun("old", track, { startedAt: now - 91 * day }));
  await store.plays.begin(playBegun("young", track, { startedAt: now - 89 * day }));

  const settings = new SettingsKeeper({ table: store.settings, overrides: {}, log: silentLog });
  const clock = { now: () => now, monotonic: () => 0 };
  await new Forgetting({
    plays: store.plays,
    settings: () => settings.current,
    clock,
    log: silentLog,
  }).forget();

  expect(await store.plays.recent(5)).toMatchObject([
    { id: "young", mood: { label: "content" } },
    { id: "old", mood: null },
  ]);
  await remove();
});
