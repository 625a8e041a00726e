import { afterEach, describe, expect, test } from "vitest";
import type { Daypart } from "../../protocol/mood.ts";
import {
  atScreen,
  faceShowing,
  gloom,
  joy,
  joyAndGloom,
  makePlayingAppliance,
  playingOf,
  type SomeSong,
  type TestAppliance,
  titleOf,
} from "../testing.ts";

let under: TestAppliance;
afterEach(() => under.remove());
const { ask, queued, state } = atScreen(() => under);

async function open(songs: readonly SomeSong[], options: Parameters<typeof makePlayingAppliance>[1] = {}) {
  under = await makePlayingAppliance(songs, options);
  await expect.poll(() => queued().length).toBe(1);
}

describe("a guest's wishes", () => {
  const songs: readonly SomeSong[] = [
    ...joyAndGloom(10),
    ...["eins", "zwei", "drei", "vier"].map((title): SomeSong => ({ title, at: joy, language: "de" })),
  ];

  test("what comes next is in a wished language, and says so, until the wish is taken back", async () => {
    await open(songs);
    expect(await ask({ do: "prefer", languages: ["de"], artists: [] })).toBeNull();
    await expect.poll(() => ["eins", "zwei", "drei", "vier"].includes(queued()[0] ?? "")).toBe(true);
    expect(under.appliance.player.queue[0]?.reasons).toContainEqual({
      kind: "preferred",
      what: "language",
      value: "de",
      by: "guest",
    });
    const { languages, until } = state().preferences;
    expect([languages, (until ?? 0) > Date.now() + 119 * 60_000]).toEqual([["de"], true]);
    await ask({ do: "prefer", languages: [], artists: [] });
    expect(state().preferences).toEqual({ languages: [], artists: [], policy: null, until: null });
  });

  test("a wished artist is next, whatever the case", async () => {
    await open([...songs, { title: "wanted", at: { valence: 0.5, arousal: 0.4 }, artist: "Solo" }]);
    await ask({ do: "prefer", languages: [], artists: [" solo "] });
    const next = titleOf(playingOf(under)) === "wanted" ? /^joy|eins|zwei|drei|vier/ : /^wanted$/;
    await expect.poll(() => queued()[0]).toMatch(next);
  });
});

test("a guest's policy outranks the owner's in every mood, until it is taken back", async () => {
  await open(joyAndGloom(20), { overrides: { policyByMood: { gloomy: "lift" }, usualMood: gloom } });
  await ask({ do: "prefer", languages: [], artists: [], policy: "match" });
  expect(state().direction).toMatchObject({ policy: "match", target: gloom });
  await expect.poll(() => queued()[0]).toMatch(/^gloom/);
  await ask({ do: "prefer", languages: ["de"], artists: [] });
  expect(state().preferences).toMatchObject({ languages: ["de"], policy: "match" });
  await ask({ do: "prefer", languages: [], artists: [], policy: null });
  expect(state()).toMatchObject({
    direction: { policy: "lift" },
    preferences: { policy: null, until: null },
  });
});

describe("what the owner chose", () => {
  test("a policy for one mood holds in that mood", async () => {
    await open(joyAndGloom(20), { overrides: { policyByMood: { gloomy: "lift" }, usualMood: gloom } });
    expect(state().direction).toMatchObject({ policy: "lift", target: { valence: 0.25, arousal: 0 } });
    under.appliance.room.overrule(joy, 60_000);
    expect(state().direction).toMatchObject({ policy: "match", target: joy });
  });

  test("a glide leads from where the room is to its end, one song at a time", async () => {
    const way = Array.from({ length: 40 }, (_, n): SomeSong => {
      const share = n / 39;
      return { title: `way ${n}`, at: { valence: -0.5 + share, arousal: -0.35 + share * 0.55 } };
    });
    const glide = { policy: "glide", glideSongs: 3, usualMood: gloom, adventure: 0 } as const;
    await open(way, { overrides: { ...glide, glideTo: { valence: 0.5, arousal: 0.2 } } });
    const place = () => Number(titleOf(playingOf(under)).slice(4));
    expect(place()).toBeLessThan(4);
    expect(state().direction.path).toMatchObject({ step: 0 });
    await ask({ do: "skip" });
    expect(place()).toBeLessThan(8);
    under.output.end("finished");
    await expect.poll(() => state().direction.path?.step).toBe(1);
    await expect.poll(place).toBeGreaterThan(14);
    under.output.end("finished");
    await expect.poll(place).toBeGreaterThan(32);
    expect(state().direction.path).toMatchObject({ step: 2 });
  });

  test("when its hour comes, a part of the day brings its mood, its policy and its rules, and other songs", async () => {
    const noon = new Date(2026, 5, 1, 12, 0).getTime();
    const party: Daypart = {
      name: "party",
      days: [1],
      from: "12:00",
      to: "18:00",
      affect: joy,
      policy: null,
      policyByMood: {},
      allowExplicit: true,
      highestArousal: null,
    };
    const songs = joyAndGloom(20).map((song) => ({ ...song, explicit: song.at === joy }));
    let now = noon - 1_000;
    await open(songs, {
      overrides: { dayparts: [party], usualMood: gloom, moodDwellMs: 0 },
      clock: { now: () => now, monotonic: () => performance.now() },
    });
    expect([titleOf(playingOf(under)), state().direction.daypart]).toEqual([
      expect.stringMatching("gloom"),
      null,
    ]);
    now = noon;
    await expect.poll(() => queued()[0]).toMatch(/^joy/);
    expect(state()).toMatchObject({ direction: { daypart: "party" }, mood: { affect: joy } });
  });
});

test("how the room looked before and while a song played is kept with its policy and target", async () => {
  let monotonic = 0;
  const clock = { now: () => Date.now(), monotonic: () => monotonic };
  await open(joyAndGloom(20), { clock, overrides: { policy: "lift", usualMood: joy, moodHalfLifeMs: 200 } });
  const smile = (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      monotonic += 1_000;
      under.appliance.room.see(faceShowing({ happy: 1 }, second));
    }
  };
  smile(5);
  await ask({ do: "skip" });
  smile(30);
  await ask({ do: "skip" });
  await expect.poll(async () => (await under.kept.store.plays.effects(0)).length).toBeGreaterThan(0);
  const [effect] = await under.kept.store.plays.effects(0);
  expect(effect).toMatchObject({ policy: "lift", basis: "faces", target: { valence: expect.any(Number) } });
  expect(effect?.during.valence).toBeGreaterThan(0.5);
});
