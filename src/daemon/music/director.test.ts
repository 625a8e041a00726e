import { afterEach, describe, expect, test } from "vitest";
import type { Command } from "../../protocol/messages.ts";
import { StoreError } from "../../store/store.ts";
import {
  atScreen,
  faceShowing,
  gloom,
  joy,
  joyAndGloom,
  makePlayingAppliance,
  type makeTestAppliance,
  playingOf,
  type TestAppliance,
  titleOf,
  trackCalled,
} from "../testing.ts";
import { trackIdOf } from "./pick-facts.ts";

let under: TestAppliance;
afterEach(() => under.remove());

async function open(options: Parameters<typeof makeTestAppliance>[0] = {}): Promise<TestAppliance> {
  under = await makePlayingAppliance(joyAndGloom(20), options);
  return under;
}
const playing = () => playingOf(under);
const { ask, guest } = atScreen(() => under);

/** From a joyful room it moves the mood by a third of an axis, and leaves it elated. */
const surprisedFace = faceShowing({ surprise: 1 });
const nobody = { ...surprisedFace, detections: [] };

test("a song of the room's mood plays, and the next of it waits", async () => {
  await open();
  expect(titleOf(playing())).toMatch(/^joy/);
  await expect.poll(() => titleOf(under.appliance.player.queue[0])).toMatch(/^joy/);
  expect(playing().draw).toMatchObject({ probability: expect.any(Number), candidates: expect.any(Number) });
});

test("a pick keeps the faces and the mood's basis of its moment, whatever the faces do later", async () => {
  const { appliance } = await open();
  const atFirst = {
    kind: "mood",
    label: "elated",
    basis: "daypart",
    looks: { kind: "nobody" },
    policy: "match",
  };
  const first = playing();
  expect(first.reasons).toContainEqual(atFirst);
  const seen = () => {
    appliance.room.see(surprisedFace);
    return appliance.room.state;
  };
  await expect.poll(seen).toMatchObject({ mood: { basis: "faces" }, looks: { kind: "all" } });
  expect(playing()).toBe(first);
  expect(first.reasons).toContainEqual(atFirst);

  await appliance.player.requeue();
  expect(appliance.player.queue[0]?.reasons).toContainEqual({
    ...atFirst,
    basis: "faces",
    looks: { kind: "all", expression: "surprise" },
  });
});

test("when the mood changes the running song finishes and the queue is of the new mood", async () => {
  await open();
  const before = playing();
  under.appliance.room.overrule(gloom, 60_000);
  await expect.poll(() => titleOf(under.appliance.player.queue[0])).toMatch(/^gloom/);
  expect(playing().id).toBe(before.id);
});

describe("what somebody sets on the dial", () => {
  let passed: number;
  /** A joyful room; gloom is set for two minutes. */
  async function openAndSet(options: Parameters<typeof makeTestAppliance>[0] = {}): Promise<TestAppliance> {
    passed = 0;
    const clock = { now: () => Date.now() + passed, monotonic: () => performance.now() + passed };
    await open({ ...options, clock });
    under.appliance.room.overrule(gloom, 120_000);
    await expect.poll(next).toMatch(/^gloom/);
    return under;
  }
  const next = () => titleOf(under.appliance.player.queue[0]);
  const basis = () => under.appliance.room.state.mood.basis;
  function pass(ms: number): void {
    passed += ms;
    under.appliance.room.see(nobody);
  }
  async function endOfItsTime(): Promise<void> {
    pass(121_000);
    expect(basis()).toBe("daypart");
  }
  async function hears(mood: RegExp): Promise<void> {
    const before = playing().id;
    under.output.end("finished");
    await expect.poll(() => under.appliance.player.state.actual.state).toBe("playing");
    await expect.poll(() => playing().id).not.toBe(before);
    expect(titleOf(playing())).toMatch(mood);
  }
  /** What it was promised is heard once, and then the room leads. */
  async function keepsItsWord(): Promise<void> {
    await expect.poll(next).toMatch(/^gloom/);
    await hears(/^gloom/);
    await expect.poll(next).toMatch(/^joy/);
  }

  test("has its song also where its time is over before one began, and then the room leads", async () => {
    const { player, room } = (await openAndSet()).appliance;
    const [promised] = player.queue;
    await endOfItsTime();
    for (let seen = 0; seen < 3; seen++) room.see(surprisedFace);
    expect(player.queue).toEqual([promised]);
    await keepsItsWord();
  });

  test("has none but the next one chosen for the room, once its song is playing", async () => {
    await openAndSet();
    await hears(/^gloom/);
    await expect.poll(next).toMatch(/^gloom/);
    await endOfItsTime();
    await expect.poll(next).toMatch(/^joy/);
  });

  test.each<[string, () => Promise<unknown>]>([
    ["a wish", () => ask({ do: "prefer", languages: [], artists: ["Artist of gloom 7"] })],
    [
      "a wish of what to do about the mood",
      () => ask({ do: "prefer", languages: [], artists: [], policy: "match" }),
    ],
    ["somebody who comes or goes", () => under.appliance.programme.companyChanged()],
    ["other songs to choose from", () => under.appliance.programme.choiceChanged()],
  ])("has its song also where %s has it chosen anew after its time", async (_, happens) => {
    const { player } = (await openAndSet()).appliance;
    await endOfItsTime();
    const [before] = player.queue;
    await happens();
    await expect.poll(() => player.queue[0]?.id).not.toBe(before?.id);
    await keepsItsWord();
  });

  test("has its song after one that somebody asked for meanwhile", async () => {
    await openAndSet();
    await endOfItsTime();
    const asked = await trackCalled(under, "joy 18");
    expect(await ask({ do: "playTrack", track: asked.id, when: "next" })).toBeNull();
    await hears(/^joy 18$/);
    await keepsItsWord();
  });

  test.each<[string, (song: string) => Command]>([
    ["Wrong mood", (track) => ({ do: "wrongMood", track })],
    ["Not this song", (track) => ({ do: "block", track, what: "song" })],
  ])("is what comes at once where somebody says %s after its time", async (_, said) => {
    await openAndSet();
    await endOfItsTime();
    const before = playing().id;
    expect(await ask(said(trackIdOf(playing()) ?? ""))).toBeNull();
    await expect.poll(() => under.appliance.player.state.actual.state).toBe("playing");
    expect(playing().id).not.toBe(before);
    expect(titleOf(playing())).toMatch(/^gloom/);
    await expect.poll(next).toMatch(/^joy/);
  });

  test("has had its song where somebody took one of the six for it", async () => {
    await openAndSet();
    const six = () => under.appliance.programme.sixPicks.picks;
    await expect.poll(() => titleOf(six()[0])).toMatch(/^gloom/);
    expect(await ask({ do: "playPick", pick: six()[0]?.id ?? "", when: "next" })).toBeNull();
    await endOfItsTime();
    await hears(/^gloom/);
    await expect.poll(next).toMatch(/^joy/);
  });

  test.each([
    ["early", 10_000, "manual"],
    ["in its last moment", 119_500, "manual"],
    ["after its time", 121_000, "daypart"],
  ])("has no song where somebody lets the camera lead again %s", async (_, after, meanwhile) => {
    await openAndSet();
    pass(after);
    expect(basis()).toBe(meanwhile);
    under.appliance.room.letCameraLead();
    await expect.poll(next).toMatch(/^joy/);
    await hears(/^joy/);
  });

  test("is forgotten over closing time", async () => {
    const { player } = (await openAndSet()).appliance;
    // Nothing is faded out then.
    await player.pause(guest);
    await player.close(guest);
    await endOfItsTime();
    await player.reopen(guest);
    await expect.poll(() => player.state.actual.state).toBe("playing");
    expect(titleOf(playing())).toMatch(/^joy/);
  });
});

test("however quickly the mood changes to and fro, the queue suits the last one and no artist comes twice in a row", async () => {
  const { appliance } = await open();
  for (let changes = 0; changes < 9; changes++) appliance.room.overrule(changes % 2 ? joy : gloom, 60_000);
  await expect.poll(() => titleOf(appliance.player.queue[0])).toMatch(/^gloom/);
  const reasons = appliance.player.queue[0]?.reasons;
  expect(reasons).not.toContainEqual({ kind: "widened", rule: "artist" });
});

test("an artist of a pick that was dropped is not kept out, and the one who plays is", async () => {
  const { appliance } = await open({ overrides: { trackRestMinutes: 0 } });
  const asked: (readonly string[])[] = [];
  const { candidates } = appliance.store.library;
  appliance.store.library.candidates = (query) => {
    asked.push(query.notArtists);
    return candidates(query);
  };
  await expect.poll(() => appliance.player.queue.length).toBe(1);
  await Promise.all([appliance.player.requeue(), appliance.player.requeue()]);
  const { item } = playing();
  expect([...new Set(asked.flat())]).toEqual(item.kind === "track" && item.track.artists);
});

test("explicit songs that are no longer allowed leave the queue", async () => {
  const songs = joyAndGloom(20).map((song) => ({ ...song, explicit: song.at === joy }));
  under = await makePlayingAppliance(songs);
  const { settings, player } = under.appliance;
  await settings.change({ allowExplicit: true });
  await expect.poll(() => titleOf(player.queue[0])).toMatch(/^joy/);
  await settings.change({ allowExplicit: false });
  await expect.poll(() => titleOf(player.queue[0])).toMatch(/^gloom/);
});

test("a song whose file is gone is missing until it comes back, and not called broken", async () => {
  await open();
  const { library } = under.appliance.store;
  const id = trackIdOf(playing()) ?? "";
  const path = await library.path(id);
  under.output.end("unplayable");
  await expect.poll(() => library.path(id)).toBeNull();
  await library.markPresent([path ?? ""]);
  expect([await library.path(id), (await library.track(id))?.unplayable]).toEqual([path, null]);
});

test("a song that is there but makes no sound is not tried again", async () => {
  under = await makePlayingAppliance([{ title: "no music", at: joy, path: import.meta.filename }]);
  const { library } = under.appliance.store;
  const id = trackIdOf(playing()) ?? "";
  under.output.end("unplayable");
  await expect.poll(async () => (await library.track(id))?.unplayable).toMatch("could not make sound");
  expect(await library.path(id)).toBe(import.meta.filename);
});

test("a song that turns out to be gone is offered no more, though others were drawn while that was found out", async () => {
  under = await makePlayingAppliance(joyAndGloom(4));
  const { library } = under.appliance.store;
  const title = titleOf(playing());
  // Or it waits already, to be next again.
  const offered = () =>
    [...under.appliance.publisher.state.sixPicks, ...under.appliance.player.queue].map(titleOf);
  const { markMissing } = library;
  let goOn: () => void = () => undefined;
  const isDrawn = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  Object.assign(library, {
    markMissing: (paths: readonly string[]) => isDrawn.then(() => markMissing(paths)),
  });
  under.output.end("unplayable");
  await expect.poll(() => titleOf(playing())).not.toBe(title);
  // In nearly all draws it is among them by now, as the next or to be chosen.
  await expect.poll(() => offered().length).toBeGreaterThan(1);
  goOn();
  await expect.poll(offered).not.toContain(title);
});

test("a history that can't be written costs no music", async () => {
  const { appliance } = await open();
  const damaged = async () => {
    throw new StoreError("corrupt", "mien.db is damaged.");
  };
  Object.assign(appliance.store.plays, { begin: damaged, end: damaged });
  const before = playing().id;
  await appliance.player.skip(guest);
  expect(playing().id).not.toBe(before);
});

test("a mood that drifts far under the same name gets another next song", async () => {
  await open({ overrides: { moodHalfLifeMs: 200 } });
  await expect.poll(() => titleOf(under.appliance.player.queue[0])).toMatch(/^joy/);
  const [before] = under.appliance.player.queue;
  const queuedThen = () => {
    under.appliance.room.see(surprisedFace);
    const [queued] = under.appliance.player.queue;
    return queued !== undefined && queued.id !== before?.id;
  };
  await expect.poll(queuedThen).toBe(true);
  expect(under.appliance.room.state.mood.label).toBe("elated");
});

test("with the setting to fade, a song of the new mood takes over", async () => {
  await open({ overrides: { onMoodChange: "fade" } });
  under.appliance.room.overrule(gloom, 60_000);
  await expect.poll(() => titleOf(playing())).toMatch(/^gloom/);
});

test("history tells what played, for which mood, what the picker saw, and how it ended", async () => {
  const { appliance } = await open();
  const first = playing();
  await appliance.player.skip(guest);
  await expect.poll(async () => (await appliance.store.plays.recent(5)).length).toBe(2);
  const [, play] = await appliance.store.plays.recent(5);
  expect(play).toMatchObject({
    id: first.id,
    title: titleOf(first),
    mood: { label: "elated", basis: "daypart" },
    end: { how: "skipped", by: "guest" },
  });
});

test("no song and no artist plays twice in a row, however often somebody skips", async () => {
  const { appliance } = await open();
  const heard = [titleOf(playing())];
  for (let skips = 0; skips < 25; skips++) {
    await appliance.player.skip(guest);
    heard.push(titleOf(playing()));
  }
  expect(heard.filter((title, index) => title === heard[index - 1])).toEqual([]);
});

test("the song that a stop cuts off is in the history with its end", async () => {
  const { appliance, kept } = await open();
  const { id } = playing();
  await expect.poll(async () => (await kept.store.plays.recent(1)).length).toBe(1);
  await appliance.stop();
  await expect.poll(async () => (await kept.store.plays.recent(1))[0]?.end).toMatchObject({ how: "stopped" });
  expect((await kept.store.plays.recent(1))[0]?.id).toBe(id);
});
