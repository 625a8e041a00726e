import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { pickNumber, playerOnFakes, visitor } from "./testing.ts";
import type { FakeOutput } from "./testing-output.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const noCard = { ok: false, reason: "output-missing", detail: "no sound card" } as const;
const noMpv = { ok: false, reason: "mpv-missing", detail: "install mpv" } as const;
const crashed = { ok: false, reason: "mpv-gone", detail: "it crashed" } as const;
const broken = async () => ({ ok: false, because: "unplayable", detail: "not music" }) as const;
const breakLoads = (output: FakeOutput, times: number): void => {
  for (let n = 0; n < times; n += 1) output.loadAnswers.push(broken);
};

describe("an output that is lost", () => {
  test("comes back at once with the same song, position, volume and pause", async () => {
    const { player, speaker, time, events } = await playerOnFakes();
    await player.setVolume(0.3, visitor);
    await time(7_000);
    await player.pause(visitor);
    speaker.volume = 1;
    speaker.lose("mpv-gone");
    await time(0);
    expect(speaker.loads.at(-1)).toMatchObject({ path: "/music/1", startAtMs: 7_000, paused: true });
    expect(speaker.volume).toBe(0.3);
    expect(player.state.actual).toMatchObject({
      state: "paused",
      pick: { id: "1" },
      positionMs: 7_000,
    });
    expect(player.health).toEqual({ state: "ok" });
    expect(events()).toEqual(["began 1"]);
  });

  test("is tried again after 0, 1, 2, 5, 10, 30 and 30 seconds", async () => {
    const { player, speaker, time } = await playerOnFakes();
    await time(2_000);
    speaker.startAnswers.push(crashed, crashed, crashed, crashed, crashed, crashed);
    const starts: number[] = [];
    const began = Date.now();
    speaker.lose("mpv-gone");
    for (let n = speaker.starts; speaker.starts < 8; ) {
      await time(n === speaker.starts ? 250 : 0);
      if (speaker.starts > n) starts.push(Math.floor((Date.now() - began) / 1_000));
      n = speaker.starts;
    }
    expect(starts).toEqual([0, 1, 3, 8, 18, 48, 78]);
    await time(0);
    expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "1" } });
  });

  test("shows where the song was, and since when it is down", async () => {
    const { player, speaker, time } = await playerOnFakes();
    await time(4_000);
    speaker.startAnswers.push(crashed, crashed);
    const since = Date.now();
    speaker.lose("mpv-stalled");
    await time(500);
    expect(player.state.actual).toMatchObject({
      state: "recovering",
      pick: { id: "1" },
      positionMs: 4_000,
    });
    expect(player.health).toMatchObject({
      state: "down",
      reason: "mpv-gone",
      detail: "it crashed",
      since,
    });
  });

  test("a skip, a pause and a seek meanwhile are kept", async () => {
    const { player, speaker, time, events } = await playerOnFakes();
    await time(4_000);
    speaker.startAnswers.push(crashed);
    speaker.lose("mpv-gone");
    await player.pause(visitor);
    await player.skip(visitor);
    await player.seek(30_000, visitor);
    await time(1_500);
    expect(player.state.actual).toMatchObject({
      state: "paused",
      pick: { id: "2" },
      positionMs: 30_000,
    });
    expect(events()).toEqual(["began 1", "ended 1 skipped by guest after 4000"]);
  });

  test("four times at one place of a song: the song is left behind", async () => {
    const { speaker, time, events } = await playerOnFakes();
    await time(4_000);
    for (const backoffMs of [0, 1_000, 2_000, 0]) {
      speaker.lose("mpv-gone");
      await time(backoffMs);
    }
    expect(events()).toEqual(["began 1", expect.stringMatching("ended 1 output-lost by nobody")]);
    await time(5_000);
    expect(events()).toContain("began 2");
  });

  test("again and again, but with music in between: the song is kept", async () => {
    const { speaker, time, events } = await playerOnFakes();
    for (let n = 0; n < 20; n += 1) {
      await time(1_000);
      speaker.lose("mpv-gone");
      await time(0);
    }
    expect(speaker.loads.at(-1)).toMatchObject({ path: "/music/1", startAtMs: 20_000 });
    expect(events()).toEqual(["began 1"]);
  });

  test("is lost while a song loads: the song is loaded again", async () => {
    const { player, speaker, time, events } = await playerOnFakes();
    speaker.loadAnswers.push(async () => {
      speaker.lose("mpv-gone");
      return { ok: false, because: "lost", detail: "gone" };
    });
    await player.skip(visitor);
    await time(0);
    expect(speaker.loads.map(({ path }) => path)).toEqual(["/music/1", "/music/2", "/music/2"]);
    expect(events()).toEqual(["began 1", "ended 1 skipped by guest after 0", "began 2"]);
  });

  test("a stop meanwhile ends it all", async () => {
    const { player, speaker, time, events } = await playerOnFakes();
    await time(1_000);
    speaker.startAnswers.push(crashed);
    speaker.lose("mpv-gone");
    await time(0);
    await player.stop();
    const { starts } = speaker;
    await time(120_000);
    expect(speaker.starts).toBe(starts);
    expect(player.state).toMatchObject({
      intended: "closed",
      actual: { state: "idle", because: "closed" },
    });
    expect(events()).toEqual(["began 1", "ended 1 stopped by system after 1000"]);
  });
});

describe("an output that is missing", () => {
  test("gives way to the next one, and says so", async () => {
    const { player, silent } = await playerOnFakes({
      prepare: ({ speaker }) => speaker.startAnswers.push(noCard),
    });
    expect(silent.playing?.path).toBe("/music/1");
    expect(player.state.output).toBe("silent");
    expect(player.health).toMatchObject({ state: "degraded", reason: "output-missing" });
  });

  test("takes over again when it is back, in the middle of the song", async () => {
    const { player, silent, speaker, time, events } = await playerOnFakes({
      prepare: (fakes) => fakes.speaker.startAnswers.push(noCard, noCard),
    });
    await time(15_000);
    expect(player.state.output).toBe("silent");
    await time(3_000);
    expect(player.state.output).toBe("speaker");
    expect(silent.running).toBe(false);
    expect(speaker.loads).toMatchObject([{ path: "/music/1", startAtMs: 15_750, paused: false }]);
    expect(player.health).toEqual({ state: "ok" });
    expect(events()).toEqual(["began 1"]);
  });

  test("vanishes in the middle of a song: the song goes on without sound", async () => {
    const { player, silent, speaker, time } = await playerOnFakes();
    await time(9_000);
    speaker.startAnswers.push(noCard);
    speaker.lose("output-missing");
    await time(0);
    expect(silent.playing).toMatchObject({ path: "/music/1", startAtMs: 9_000 });
    expect(player.health).toMatchObject({ reason: "output-missing" });
  });

  test("without mpv nothing plays, until it is there", async () => {
    const { player, speaker, time } = await playerOnFakes({
      prepare: (fakes) => {
        for (const output of [fakes.speaker, fakes.silent]) output.startAnswers.push(noMpv, noMpv);
      },
    });
    expect(player.health).toMatchObject({
      state: "down",
      reason: "mpv-missing",
      detail: "install mpv",
    });
    await time(1_250);
    expect(speaker.playing?.path).toBe("/music/1");
    expect(player.health).toEqual({ state: "ok" });
  });
});

describe("songs whose disk or share does not answer", () => {
  const detail = "its disk or network share does not answer";
  const hangs = async () => ({ ok: false, because: "unavailable", detail }) as const;

  test("give way to the next one, and nothing is said against them", async () => {
    const { player, events } = await playerOnFakes({
      prepare: ({ speaker }) => speaker.loadAnswers.push(hangs, hangs),
    });
    expect(events()).toEqual([
      "ended 1 stopped by nobody after 0",
      "ended 2 stopped by nobody after 0",
      "began 3",
    ]);
    expect(player.health).toEqual({ state: "ok" });
  });

  test("in the middle of a song: another one plays, through the same speaker", async () => {
    const { player, speaker, time, events } = await playerOnFakes();
    await time(4_000);
    speaker.loadAnswers.push(hangs);
    speaker.lose("mpv-stalled");
    await time(0);
    expect(events()).toEqual(["began 1", "ended 1 stopped by nobody after 4000", "began 2"]);
    expect(player.state.output).toBe("speaker");
  });

  test("three in a row: a piece of the last resort plays, and why is said", async () => {
    const { player } = await playerOnFakes({
      lastResort: () => pickNumber(1_000),
      prepare: ({ speaker }) => speaker.loadAnswers.push(hangs, hangs, hangs),
    });
    expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "1000" } });
    expect(player.health).toMatchObject({
      ...{ state: "degraded", reason: "nothing-playable" },
      detail: `3 songs in a row could not be played, the last one because ${detail}; look at the music folders in the settings`,
    });
  });
});

describe("songs that can't be played", () => {
  test("one or two are passed over", async () => {
    const { events } = await playerOnFakes({ prepare: ({ speaker }) => breakLoads(speaker, 2) });
    expect(events()).toEqual([
      "ended 1 unplayable by nobody after 0",
      "ended 2 unplayable by nobody after 0",
      "began 3",
    ]);
  });

  test("after three in a row one is tried after 5, 15, 30 and 30 seconds: no storm", async () => {
    const { player, speaker, time, music } = await playerOnFakes({
      prepare: (fakes) => breakLoads(fakes.speaker, 1_000),
    });
    expect(player.health).toMatchObject({
      state: "down",
      reason: "nothing-playable",
      retryAt: Date.now() + 5_000,
    });
    expect(player.state.actual).toEqual({ state: "idle", because: "nothing-playable" });
    const loads: number[] = [];
    for (const ms of [5_000, 15_000, 30_000, 30_000]) {
      await time(ms);
      loads.push(speaker.loads.length);
    }
    expect(loads).toEqual([4, 5, 6, 7]);
    expect(music.asked).toBe(7);
  });

  test("a song that plays again makes everything well", async () => {
    const { player, time } = await playerOnFakes({
      prepare: ({ speaker }) => breakLoads(speaker, 3),
    });
    await time(5_000);
    expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "4" } });
    expect(player.health).toEqual({ state: "ok" });
  });

  test("a folder of clicks makes no storm either", async () => {
    const { player, time, events } = await playerOnFakes({ durationMs: 300 });
    await time(4_000);
    expect(events().filter((line) => line.startsWith("began"))).toHaveLength(3);
    expect(player.health).toMatchObject({ reason: "nothing-playable" });
  });

  test("where the database can't be asked, it is to blame, and not the folders", async () => {
    const because = "Another program holds mien.db.";
    const { player, music, time } = await playerOnFakes({ unavailable: because });
    expect(player.health).toMatchObject({ state: "down", reason: "store-unavailable", detail: because });
    music.unavailable = undefined;
    await time(5_000);
    expect(player.state.actual.state).toBe("playing");
    expect(player.health).toEqual({ state: "ok" });
  });

  test("where the database can't say where a song is, the song waits for it, and is not taken for gone", async () => {
    const lost = "Another program holds mien.db.";
    const { player, music, speaker, events, time } = await playerOnFakes({ lost });
    expect(player.health).toMatchObject({ state: "down", reason: "store-unavailable", detail: lost });
    expect(player.state.actual).toMatchObject({ state: "loading", pick: { id: "1" } });
    await time(20_000);
    expect(events()).toEqual([]);
    music.lost = undefined;
    await time(30_000);
    expect(events()).toEqual(["began 1"]);
    expect(speaker.loads).toHaveLength(1);
    expect(player.health).toEqual({ state: "ok" });
  });

  test("a song whose output is lost meanwhile goes on at its place: where its file is was told before", async () => {
    const { player, music, speaker, events, time } = await playerOnFakes();
    await time(7_000);
    music.lost = "The disk fails.";
    speaker.lose("mpv-gone");
    await time(0);
    expect(speaker.loads.at(-1)).toMatchObject({ path: "/music/1", startAtMs: 7_000 });
    expect(player.state.actual).toMatchObject({ state: "playing", positionMs: 7_000 });
    expect(events()).toEqual(["began 1"]);
  });

  test("where there is none, the picker is asked again, and at once when somebody presses play", async () => {
    const { player, music, time } = await playerOnFakes({ songs: 0 });
    expect(player.health).toMatchObject({ state: "down", reason: "nothing-playable" });
    await time(4_500);
    expect(music.asked).toBe(1);
    music.songs = 9;
    await player.play(visitor);
    expect(player.state.actual).toMatchObject({ state: "playing", pick: { id: "2" } });
  });
});
