import { afterEach, expect, test, vi } from "vitest";
import { openTestStore, playBegun, scannedFile } from "../store/testing.ts";
import { Forgetting } from "./forgetting.ts";
import { SettingsKeeper } from "./settings-keeper.ts";
import { silentLog } from "./testing.ts";

const day = 86_400_000;
const now = 1_800_000_000_000;

afterEach(() => void vi.useRealTimers());

async function withPlays({ trusted }: { trusted: () => boolean }) {
  const { store, remove } = await openTestStore();
  await store.library.put([scannedFile("/music/a.mp3")]);
  const { tracks } = await store.library.list({ search: null, limit: 1, offset: 0 });
  const [track] = tracks;
  if (!track) throw new Error("no track");
  await store.plays.begin(playBegun("old", track, { startedAt: now - 91 * day }));
  await store.plays.begin(playBegun("young", track, { startedAt: now - 89 * day }));
  const settings = new SettingsKeeper({ table: store.settings, overrides: {}, log: silentLog });
  const clock = { now: () => now, monotonic: () => 0 };
  const options = { plays: store.plays, settings: () => settings.current, trusted, clock, log: silentLog };
  return { plays: store.plays, forgetting: new Forgetting(options), remove };
}

test("after the days that the owner chose a play has no mood any more, but stays", async () => {
  const { plays, forgetting, remove } = await withPlays({ trusted: () => true });
  await forgetting.forget();
  expect(await plays.recent(5)).toMatchObject([
    { id: "young", mood: { label: "content" } },
    { id: "old", mood: null },
  ]);
  await remove();
});

test("nothing is forgotten by a clock that may be wrong, and what is due soon after it is right", async () => {
  let trusted = false;
  const { plays, forgetting, remove } = await withPlays({ trusted: () => trusted });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const forgets = vi.spyOn(plays, "forgetMoods");
  forgetting.start();
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(forgets).not.toHaveBeenCalled();
  trusted = true;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(forgets).toHaveBeenCalledOnce();
  await forgets.mock.results[0]?.value;
  expect(await plays.recent(5)).toMatchObject([{ id: "young" }, { id: "old", mood: null }]);
  forgetting.stop();
  await remove();
});
