import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { targetOf } from "../../recommend/target.ts";
import { movedAway } from "../../recommend/wrong-mood.ts";
import { here } from "../people/testing.ts";
import {
  joy,
  makePlayingAppliance,
  playingOf,
  type SomeSong,
  type TestAppliance,
  titleOf,
  trackCalled,
} from "../testing.ts";
import { trackIdOf } from "./pick-facts.ts";

// The whole appliance with people in the room: what they like decides what plays, by turns, and ends as they go.

let under: TestAppliance;
afterEach(async () => {
  await under.appliance.people.stop();
  await under.remove();
});

const songs: readonly SomeSong[] = ["de", "fr", "en"].flatMap((language) =>
  Array.from({ length: 12 }, (_, n) => ({ title: `${language} ${n}`, at: joy, language })),
);
const durationMs = 180_000;

async function open(): Promise<void> {
  under = await makePlayingAppliance(songs, {
    ...{ durationMs, stands: "home", overrides: { trackRestMinutes: 0 } },
  });
  await under.appliance.people.start();
}

async function somebody(name: string, language: string | null): Promise<string> {
  const { people } = under.appliance;
  const pin = { pin: "1234", passphrase: null } as const;
  const added = await people.accounts.add({ name, role: "member", onTile: false, ...pin }, here);
  if ("fault" in added) throw new Error(added.sentence);
  const { id } = added.person;
  const wishes = { languages: language === null ? [] : [language], artists: [], policy: null };
  await people.accounts.change(id, { wishes, named: true }, here);
  return id;
}

const next = () => under.appliance.player.queue[0];
const languageOf = (title: string) => title.split(" ")[0];
const nextIn = (language: string) => expect.poll(() => languageOf(titleOf(next()))).toBe(language);

/** The next song begins; answers its language. */
async function heardNext(): Promise<string | undefined> {
  const before = playingOf(under).id;
  under.output.end("finished");
  await expect.poll(() => under.appliance.player.state.actual.state).toBe("playing");
  await expect.poll(() => playingOf(under).id).not.toBe(before);
  await expect.poll(() => next()).toBeDefined();
  return languageOf(titleOf(playingOf(under)));
}

test("what comes next is in the language of who is here, and ends with their going; what plays plays on", async () => {
  await open();
  const anna = await somebody("Anna", "de");
  const playing = playingOf(under).id;
  under.appliance.people.presence.come(anna);
  await nextIn("de");
  expect(playingOf(under).id).toBe(playing);
  const [{ visit } = { visit: "" }] = under.appliance.publisher.state.people.named;
  expect(next()?.reasons[0]).toEqual({ kind: "turn", of: visit });
  under.appliance.people.presence.leave(anna);
  await expect.poll(() => next()?.reasons.map(({ kind }) => kind) ?? ["turn"]).not.toContain("turn");
  expect(under.appliance.publisher.state.people).toEqual({ named: [], others: 0 });
});

test("in a café nobody is called by name and nothing says what they like, of what plays neither; at home again it does", async () => {
  await open();
  const anna = await somebody("Anna", "de");
  under.appliance.people.presence.come(anna);
  await nextIn("de");
  await heardNext();
  const toldOf = () => {
    const { people, player, queue, direction } = under.appliance.publisher.state;
    return JSON.stringify({ people, player, queue, direction });
  };
  expect(toldOf()).toMatch(/"Anna".*"by":"person"/);
  for (const stands of ["venue", null] as const) {
    await under.appliance.settings.change({ stands });
    expect(under.appliance.publisher.state.people).toEqual({ named: [], others: 1 });
    expect(toldOf()).not.toMatch(/Anna|"by":"person"/);
    await under.appliance.settings.change({ stands: "home" });
    expect(toldOf()).toMatch(/"Anna".*"by":"person"/);
  }
  await under.appliance.settings.change({ stands: "venue" });
  await heardNext();
  // Their turns go on.
  await expect.poll(() => playingOf(under).reasons.map(({ kind }) => kind)).toContain("turn");
  expect(playingOf(under).reasons).not.toContainEqual(expect.objectContaining({ by: "person" }));
});

test("two people share the room by turns, song by song", async () => {
  await open();
  const [anna, ben] = [await somebody("Anna", "de"), await somebody("Ben", "fr")];
  const { presence } = under.appliance.people;
  presence.come(anna);
  presence.come(ben);
  await nextIn("de");
  const heard: (string | undefined)[] = [];
  for (let song = 0; song < 8; song++) heard.push(await heardNext());
  expect(heard).toEqual(["de", "fr", "de", "fr", "de", "fr", "de", "fr"]);
});

test("somebody's song that was cut by a slip and comes again is one turn of theirs", async () => {
  await open();
  const { people, programme } = under.appliance;
  for (const [name, language] of [
    ["Anna", "de"],
    ["Ben", "fr"],
    ["Cora", "en"],
  ] as const)
    people.presence.come(await somebody(name, language));
  await nextIn("de");
  expect(await heardNext()).toBe("de");
  const slip = trackIdOf(playingOf(under)) ?? "";
  const guest = { kind: "guest", sessionId: "g" } as const;
  await programme.corrections.wrongMood(slip, guest);
  expect(languageOf(titleOf(playingOf(under)))).toBe("fr");
  expect(await programme.corrections.undo(null, guest)).toBeNull();
  expect(trackIdOf(next() ?? null)).toBe(slip);
  const heard: (string | undefined)[] = [];
  for (let song = 0; song < 4; song++) heard.push(await heardNext());
  expect(heard).toEqual(["de", "en", "fr", "de"]);
});

test("what was chosen for one stays chosen while the room stays as it is, however else the other wants it", async () => {
  await open();
  const { people, programme, room } = under.appliance;
  for (const [name, policy] of [
    ["Anna", "calm"],
    ["Ben", "energise"],
  ] as const) {
    const id = await somebody(name, null);
    await people.accounts.change(id, { wishes: { languages: [], artists: [], policy } }, here);
    people.presence.come(id);
  }
  await expect.poll(() => next()?.reasons[0]?.kind).toBe("turn");
  // What plays was chosen before anybody came.
  expect(programme.direction.policy).toBe("match");
  const { id } = next() ?? { id: "" };
  for (let look = 0; look < 5; look++)
    await programme.roomChanged({ mood: room.state.mood, before: room.state.mood, givenBack: false });
  expect(next()?.id).toBe(id);
  for (const policy of ["calm", "energise", "calm"]) {
    await heardNext();
    expect([programme.direction.policy, under.appliance.publisher.state.direction.policy]).toEqual([
      policy,
      policy,
    ]);
  }
});

test("wrong mood, said of one's song, moves it away from where theirs should be, and not from the next one's", async () => {
  await open();
  const { people, programme, store } = under.appliance;
  for (const [name, policy] of [
    ["Anna", "calm"],
    ["Ben", "energise"],
  ] as const) {
    const id = await somebody(name, null);
    await people.accounts.change(id, { wishes: { languages: [], artists: [], policy } }, here);
    people.presence.come(id);
  }
  await expect.poll(() => next()?.reasons[0]?.kind).toBe("turn");
  await heardNext();
  const track = trackIdOf(playingOf(under)) ?? "";
  const aim = targetOf(under.appliance.room.state.mood, "calm", { highestArousal: null });
  expect(programme.direction.target).toEqual(aim.point);
  await programme.corrections.wrongMood(track, { kind: "guest", sessionId: "g" });
  const said = (await store.library.evidence(track)).find(({ from }) => from === "guest");
  expect(said?.point).toEqual(movedAway(joy, aim));
});

test("a song that somebody here never wants to hear is left at once, and comes no more while they are here", async () => {
  await open();
  const anna = await somebody("Anna", null);
  const { people, programme } = under.appliance;
  people.presence.come(anna);
  await expect.poll(() => next()).toBeDefined();
  const track = await trackCalled(under, titleOf(playingOf(under)));
  await people.setTaste(anna, track.id, "blocked");
  await programme.skips.unwanted(track.id, { kind: "person", id: anna });
  await expect.poll(() => titleOf(playingOf(under))).not.toBe(track.title);
  await programme.sixPicks.refresh();
  expect(programme.sixPicks.picks.map(titleOf)).not.toContain(track.title);
});

test("who is deleted is in no file any more, neither by name nor by what they liked", async () => {
  await open();
  await somebody("Olga", null);
  const anna = await somebody("Zaphyra Quill", "de");
  const { people } = under.appliance;
  await people.accounts.change(
    anna,
    { wishes: { languages: ["de"], artists: ["Xylopholk"], policy: null } },
    here,
  );
  people.presence.come(anna);
  await nextIn("de");
  await heardNext();
  await under.appliance.programme.asking.playTrack(
    ...([(await trackCalled(under, "en 1")).id, "now", { kind: "person", id: anna }] as const),
  );
  await expect.poll(() => titleOf(playingOf(under))).toBe("en 1");
  const track = await trackCalled(under, "fr 1");
  await people.setTaste(anna, track.id, "favourite");
  await expect.poll(async () => (await people.export(anna))?.history.length).toBe(2);
  const folder = dirname(under.kept.file);
  const planted = /zaphyra|quill|xylopholk/i;
  const bytes = async () => {
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) =>
      each.isFile(),
    );
    return (
      await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), "latin1")))
    ).join();
  };
  expect(await bytes()).toMatch(planted);
  expect(await people.accounts.remove(anna)).toBeNull();
  expect(await bytes()).not.toMatch(planted);
  expect(JSON.stringify(under.appliance.publisher.state)).not.toMatch(planted);
  expect(await people.export(anna)).toBeNull();
  expect(await under.kept.store.people.history(anna, { before: null, limit: 9 })).toEqual([]);
  // What was played stays, as somebody's.
  expect((await under.kept.store.plays.recent(9)).length).toBeGreaterThan(2);
});
