import { afterEach, expect, test } from "vitest";
import { playBegun, scannedFile } from "../../../store/testing.ts";
import { makeTestServer, type TestServer } from "../testing.ts";

let under: TestServer;
afterEach(() => under.remove());

test("the map tells what each mood can fill, and what to add", async () => {
  under = await makeTestServer({ trackRestMinutes: 120 });
  await under.kept.store.library.put(
    Array.from({ length: 30 }, (_, n) =>
      scannedFile(`/music/${n}.mp3`, {
        track: {
          durationMs: 180_000,
          genres: n % 3 === 0 ? ["Trip hop", "Ambient"] : ["Ambient"],
          affect: { point: { valence: -0.5, arousal: -0.35 }, confidence: 1, from: "tag" },
        },
      }),
    ),
  );
  const map = (await under.get("/api/library/map")).json();
  const mood = (label: string) => map.moods.find((each: { label: string }) => each.label === label);
  expect(mood("gloomy")).toMatchObject({
    tracks: 30,
    minutes: 90,
    fillsAnHour: true,
    fillsADay: false,
    missing: 0,
    missingForADay: 10,
    missingMinutes: 0,
    missingMinutesForADay: 30,
    genres: ["Ambient", "Trip hop"],
  });
  expect(mood("elated")).toMatchObject({
    tracks: 0,
    fillsAnHour: false,
    missing: 20,
    missingMinutes: 60,
    genres: [],
  });
  expect(map).toMatchObject({ unplaced: 0, cells: [{ tracks: 30 }] });
  expect(map.thin.length).toBeGreaterThan(0);
});

test("effects are told per policy, with too few songs named as such", async () => {
  under = await makeTestServer();
  const { library, plays } = under.kept.store;
  await library.put([scannedFile("/music/1.mp3")]);
  const { tracks } = await library.list({ search: null, limit: 1, offset: 0 });
  const [track] = tracks;
  if (track === undefined) throw new Error("The library is empty.");
  const now = Date.now();
  for (const [index, policy] of (["match", "lift", "lift"] as const).entries()) {
    // A little more than days ago.
    const startedAt = now - index * 86_401_000;
    const target = { valence: 0.9, arousal: 0 };
    await plays.begin(playBegun(`p${index}`, track, { policy, target, startedAt }));
    const end = { how: "finished", by: null, heardMs: 180_000 } as const;
    await plays.end(`p${index}`, end, startedAt + 1, { valence: 0.5, arousal: 0 });
  }
  expect((await under.get("/api/effect")).json()).toMatchObject([
    { policy: "match", songs: 1, plain: null, verdict: "yardstick" },
    { policy: "lift", songs: 2, plain: { valence: { mean: expect.closeTo(0.1, 6) } }, verdict: "too-few" },
  ]);
  expect((await under.get("/api/effect?days=1")).json()).toMatchObject([{ policy: "match" }]);
  expect((await under.get("/api/effect?days=0")).statusCode).toBe(400);
});
