import { afterEach, describe, expect, test } from "vitest";
import type { Daypart } from "../../protocol/mood.ts";
import {
  atScreen,
  gloom,
  joyAndGloom,
  makePlayingAppliance,
  playingOf,
  type SomeSong,
  type TestAppliance,
  titleOf,
  trackCalled,
} from "../testing.ts";

let under: TestAppliance;
afterEach(() => under.remove());
const { ask, guest, queued, state } = atScreen(() => under);

async function open(
  songs: readonly SomeSong[] = joyAndGloom(20),
  options: Parameters<typeof makePlayingAppliance>[1] = {},
) {
  under = await makePlayingAppliance(songs, options);
  await expect.poll(() => state().sixPicks.length).toBeGreaterThan(0);
  await expect.poll(() => queued().length).toBe(1);
}

const playing = () => playingOf(under);
const idOf = async (title: string) => (await trackCalled(under, title)).id;

describe("six picks", () => {
  test("six songs of the mood that neither play nor wait are on the pages", async () => {
    await open();
    expect(state().sixPicks).toHaveLength(6);
    expect(
      state()
        .sixPicks.map(titleOf)
        .every((title) => title.startsWith("joy")),
    ).toBe(true);
    expect(state().sixPicks.map(titleOf)).not.toContain(titleOf(playing()));
  });

  test("they change with the mood, with the song, and when somebody asks", async () => {
    await open();
    const first = state().sixPicks.map(({ id }) => id);
    await ask({ do: "skip" });
    await expect.poll(() => state().sixPicks.some(({ id }) => first.includes(id))).toBe(false);
    under.appliance.room.overrule(gloom, 60_000);
    await expect.poll(() => titleOf(state().sixPicks[0])).toMatch(/^gloom/);
  });

  test("six others are other songs", async () => {
    await open(joyAndGloom(60));
    const before = state().sixPicks.map(titleOf);
    expect(await ask({ do: "otherPicks" })).toBeNull();
    const others = state().sixPicks.map(titleOf);
    expect(others).toHaveLength(6);
    expect(others.filter((title) => before.includes(title))).toEqual([]);
  });

  test("one of them plays now, with who asked for it, and is in the history", async () => {
    await open();
    const [pick] = state().sixPicks;
    expect(await ask({ do: "playPick", pick: pick?.id ?? "", when: "now" })).toBeNull();
    expect(titleOf(playing())).toBe(titleOf(pick));
    const { draw, reasons } = playing();
    expect([draw, reasons[0], reasons[1]?.kind]).toEqual([null, { kind: "asked", by: guest }, "suits"]);
    await expect.poll(async () => (await under.kept.store.plays.recent(1))[0]?.title).toBe(titleOf(pick));
  });

  test("one of them waits for the end of the song, also when the mood changes meanwhile", async () => {
    await open();
    const before = playing().id;
    const [pick] = state().sixPicks;
    expect(await ask({ do: "playPick", pick: pick?.id ?? "", when: "next" })).toBeNull();
    under.appliance.room.overrule(gloom, 60_000);
    await expect.poll(() => queued()[1]).toMatch(/^gloom/);
    expect([playing().id, queued()[0]]).toEqual([before, titleOf(pick)]);
    under.output.end("finished");
    await expect.poll(() => titleOf(playing())).toBe(titleOf(pick));
  });

  test("one that waits is taken back with a touch; what was chosen by itself stays", async () => {
    await open();
    const [pick] = state().sixPicks;
    await ask({ do: "playPick", pick: pick?.id ?? "", when: "next" });
    const [asked, chosen] = under.appliance.player.queue;
    expect(titleOf(asked)).toBe(titleOf(pick));
    expect(await ask({ do: "unqueue", pick: asked?.id ?? "" })).toBeNull();
    await expect.poll(() => queued().length).toBe(1);
    expect(queued()).not.toContain(titleOf(pick));
    for (const id of [asked?.id ?? "", chosen?.id ?? "", under.appliance.player.queue[0]?.id ?? ""])
      expect(await ask({ do: "unqueue", pick: id })).toBe("This song is not waiting any more.");
  });

  test("one that was there a moment ago can still be touched; one that never was can't", async () => {
    await open();
    const [pick] = state().sixPicks;
    await ask({ do: "otherPicks" });
    expect(await ask({ do: "playPick", pick: pick?.id ?? "", when: "now" })).toBeNull();
    expect(await ask({ do: "playPick", pick: "never", when: "now" })).toMatch("have changed meanwhile");
  });
});

describe("any song", () => {
  const quietNight: Daypart = {
    name: "night",
    days: [0, 1, 2, 3, 4, 5, 6],
    from: "00:00",
    to: "00:00",
    affect: gloom,
    policy: null,
    policyByMood: {},
    allowExplicit: false,
    highestArousal: 0,
  };

  test("plays next or now, whatever the mood", async () => {
    await open();
    const track = await idOf("gloom 3");
    expect(await ask({ do: "playTrack", track, when: "next" })).toBeNull();
    expect(queued()[0]).toBe("gloom 3");
    expect(await ask({ do: "playTrack", track, when: "next" })).toMatch("comes soon");
    expect(await ask({ do: "playTrack", track, when: "now" })).toBeNull();
    expect(titleOf(playing())).toBe("gloom 3");
    expect(await ask({ do: "playTrack", track, when: "now" })).toBe("This song is playing already.");
    expect(queued()).not.toContain("gloom 3");
  });

  test("two touches at once are one wish", async () => {
    await open();
    const track = await idOf("gloom 3");
    const touch = () => ask({ do: "playTrack", track, when: "next" });
    expect(await Promise.all([touch(), touch()])).toEqual([null, expect.stringMatching("comes soon")]);
    expect(queued().filter((title) => title === "gloom 3")).toHaveLength(1);
  });

  test("leaves the queue when the owner forbids it or blocks it, and others stay", async () => {
    const songs = ["rude", "unwanted", "wanted"].map((title) => ({
      title,
      at: gloom,
      explicit: title === "rude",
    }));
    await open([...joyAndGloom(8), ...songs]);
    const { settings, store, programme } = under.appliance;
    await settings.change({ allowExplicit: true });
    for (const { title } of songs)
      expect(await ask({ do: "playTrack", track: await idOf(title), when: "next" })).toBeNull();
    expect(queued().slice(0, 3)).toEqual(["rude", "unwanted", "wanted"]);
    await settings.change({ allowExplicit: false });
    await expect.poll(() => queued().slice(0, 2)).toEqual(["unwanted", "wanted"]);
    await store.library.block({ track: await idOf("unwanted") }, true);
    await programme.choiceChanged();
    expect(queued()[0]).toBe("wanted");
  });

  test("is not faded away when the mood changes, for somebody wants to hear it", async () => {
    await open(joyAndGloom(20), { overrides: { onMoodChange: "fade" } });
    await ask({ do: "playTrack", track: await idOf("joy 4"), when: "now" });
    under.appliance.room.overrule(gloom, 60_000);
    await expect.poll(() => queued()[0]).toMatch(/^gloom/);
    expect([titleOf(playing()), under.output.faded]).toEqual(["joy 4", false]);
  });

  test("comes no sooner when the mood changes, and what follows it suits", async () => {
    await open(joyAndGloom(20), { overrides: { onMoodChange: "fade" } });
    const { room, programme } = under.appliance;
    const song = titleOf(playing());
    const wish = song === "joy 4" ? "joy 5" : "joy 4";
    expect(await ask({ do: "playTrack", track: await idOf(wish), when: "next" })).toBeNull();
    const before = room.state.mood;
    room.overrule(gloom, 60_000);
    await programme.roomChanged({ mood: room.state.mood, before, givenBack: false });
    expect([titleOf(playing()), ...queued()]).toEqual([song, wish, expect.stringMatching(/^gloom/)]);
  });

  test("is refused in a sentence where the owner's rules, or the disk, say no", async () => {
    await open(
      [
        ...joyAndGloom(8),
        { title: "rude", at: gloom, explicit: true },
        { title: "blocked", at: gloom },
        { title: "by a blocked one", at: gloom, artist: "Blocked" },
      ],
      { overrides: { dayparts: [quietNight], allowExplicit: true } },
    );
    const { library } = under.appliance.store;
    const refusal = async (title: string) => ask({ do: "playTrack", track: await idOf(title), when: "next" });
    await library.block({ track: await idOf("blocked") }, true);
    await library.block({ artist: "blocked" }, true);
    await library.markUnplayable(await idOf("gloom 5"), "It ends after its header.");
    expect(await refusal("rude")).toBe("Explicit songs are not played here at this hour.");
    expect(await refusal("joy 0")).toBe("This song is too lively for these quiet hours.");
    expect(await refusal("blocked")).toBe("This song is blocked here.");
    expect(await refusal("by a blocked one")).toBe("Songs by blocked are blocked here.");
    expect(await refusal("gloom 5")).toBe("This song can't be played: It ends after its header.");
    const missing = await idOf("gloom 7");
    await library.markMissing(["/songs/gloom 7.mp3"]);
    expect(await ask({ do: "playTrack", track: missing, when: "now" })).toBe(
      "The file of this song is not there at the moment.",
    );
    expect(await ask({ do: "playTrack", track: "nobody", when: "now" })).toBe(
      "This song is not in the library any more.",
    );
  });

  test("that is explicit is refused for good where no hour allows it", async () => {
    await open([...joyAndGloom(8), { title: "rude", at: gloom, explicit: true }]);
    expect(await ask({ do: "playTrack", track: await idOf("rude"), when: "next" })).toBe(
      "Explicit songs are not played here.",
    );
  });

  test("is refused where twenty wait already", async () => {
    await open(joyAndGloom(60));
    const answers: (string | null)[] = [];
    for (let n = 1; n < 44; n += 2)
      answers.push(await ask({ do: "playTrack", track: await idOf(`gloom ${n}`), when: "next" }));
    expect(answers.filter((answer) => answer === null)).toHaveLength(20);
    expect(answers.at(-1)).toBe("20 songs are waiting already.");
  });
});
