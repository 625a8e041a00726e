import { expect, test, vi } from "vitest";
import type { Track } from "../../protocol/music.ts";
import { StoreError } from "../../store/store.ts";
import { makeTestAppliance } from "../testing.ts";
import { SongSearch } from "./song-search.ts";

test("whoever asks at the same moment waits for one count of the library; one that failed is made anew", async () => {
  const made = await makeTestAppliance();
  const { library, plays } = made.kept.store;
  const map = vi.fn(library.map);
  const search = new SongSearch({
    store: { library: { ...library, map }, plays },
    request: () => made.appliance.programme.request,
    coming: () => [],
    clock: { monotonic: () => 0 },
  });
  map.mockRejectedValueOnce(new StoreError("unavailable", "The disk fails."));
  await expect(search.rests()).rejects.toThrow("The disk fails.");
  await Promise.all([search.rests(), search.rests(), search.rests()]);
  await search.rests();
  expect(map).toHaveBeenCalledTimes(2);
  await made.remove();
});

test("what comes is reckoned once for all songs that are looked at", async () => {
  const made = await makeTestAppliance();
  const tracks = ["one", "other"].map(
    (id) =>
      ({
        id,
        artists: ["Nina"],
        durationMs: 200_000,
        affect: null,
        unplayable: null,
      }) as Partial<Track> as Track,
  );
  const coming = vi.fn(() => [{ artists: ["Nina"], heard: null }]);
  const { plays, library } = made.kept.store;
  const search = new SongSearch({
    store: { plays, library: { ...library, path: async () => "/songs/there.mp3" } },
    request: () => ({ ...made.appliance.programme.request, notTracks: [], comingArtists: ["Nina"] }),
    coming,
    clock: { monotonic: () => 0 },
  });
  const refusals = await search.refusals(tracks);
  for (const track of tracks) expect(refusals(track)).toEqual({ because: "artist-coming", again: null });
  expect(coming).toHaveBeenCalledOnce();
  await made.remove();
});
