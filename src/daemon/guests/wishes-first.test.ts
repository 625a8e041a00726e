import { expect, test } from "vitest";
import type { Pick } from "../../protocol/music.ts";
import { artistsOf, wasAskedFor } from "../music/pick-facts.ts";
import { here } from "../people/testing.ts";
import { gloom, joy, playingOf, type SomeSong, titleOf, trackCalled } from "../testing.ts";
import { guestHouse } from "./testing.ts";

// What somebody asked for comes before what Mien chose by itself.

const { under, open, queue, idle, ask, skip } = guestHouse();
const picks = (): readonly Pick[] => under().appliance.player.queue;
const playing = () => titleOf(playingOf(under()));
/** Two songs by each artist: `3 a` and `3 b`. */
const pairs: readonly SomeSong[] = Array.from({ length: 40 }, (_, n) => ({
  title: `${n >> 1} ${n % 2 ? "b" : "a"}`,
  artist: `Artist ${n >> 1}`,
  at: joy,
}));
const other = (title: string) => title.replace(/[ab]$/, (letter) => (letter === "a" ? "b" : "a"));
/** The next song is asked for by a phone, and begins. */
async function heardOnes(title: string): Promise<void> {
  await expect.poll(() => queue()[0]).toBe(title);
  await skip();
  await expect.poll(playing).toBe(title);
  await expect.poll(() => queue().length).toBeGreaterThan(0);
}

test("two songs of phones follow each other, and no song that Mien chose comes between", async () => {
  await open();
  const [one = "", two = ""] = await idle(2);
  expect([await ask("anna", one), await ask("ben", two)]).toEqual([null, null]);
  await heardOnes(one);
  await heardOnes(two);
});

test("where the owner lets songs come between, none is by the artist of the one that waits", async () => {
  await open({ guestSpacing: 1, artistRestMinutes: 0, trackRestMinutes: 0 }, pairs);
  const [one = ""] = await idle(1);
  expect(await ask("anna", one)).toBeNull();
  await heardOnes(one);
  const [chosen] = picks();
  const wanted = other(chosen ? titleOf(chosen) : "");
  expect(await ask("ben", wanted)).toBeNull();
  await expect.poll(() => picks()[0]?.id ?? chosen?.id).not.toBe(chosen?.id);
  const [instead] = picks();
  expect(instead && wasAskedFor(instead)).toBe(false);
  expect(instead && artistsOf(instead)).not.toEqual(chosen && artistsOf(chosen));
  await skip();
  await heardOnes(wanted);
});

test("where all songs but one are by one artist, a second one of theirs lets one come first, and no more", async () => {
  const anas = Array.from({ length: 14 }, (_, n) => ({ title: `${n}`, artist: "Ana", at: joy }));
  await open({ guestSpacing: 1, artistRestMinutes: 0, trackRestMinutes: 0 }, [
    ...anas,
    { title: "Bens", artist: "Ben", at: gloom },
  ]);
  expect(await ask("anna", "Bens")).toBeNull();
  await heardOnes("Bens");
  const [wanted = ""] = await idle(1);
  expect(await ask("ben", wanted)).toBeNull();
  for (let songs = 0; songs < 2; songs++) {
    expect(queue()[0]).not.toBe(wanted);
    await skip();
    await expect.poll(() => queue().length).toBeGreaterThan(0);
  }
  await heardOnes(wanted);
});

test("a song that the screen asks for meanwhile lets another one come, where both are by one artist", async () => {
  await open({ artistRestMinutes: 0, trackRestMinutes: 0 }, pairs);
  const [bens = "", , annas = ""] = await idle(3);
  await ask("ben", bens);
  await expect.poll(() => queue()[0]).toBe(bens);
  expect(await ask("anna", annas)).toBeNull();
  const { id } = await trackCalled(under(), other(annas));
  const atScreen = { kind: "guest", sessionId: "screen" } as const;
  expect(await under().appliance.programme.asking.playTrack(id, "next", atScreen)).toBeNull();
  await heardOnes(bens);
  await heardOnes(other(annas));
  const between = queue()[0] ?? "";
  expect([annas, other(annas)]).not.toContain(between);
  await heardOnes(between);
  await heardOnes(annas);
});

test("nor is what is chosen while a song waits ever that song, or one by its artist", async () => {
  await open({ guestSpacing: 3, artistRestMinutes: 0, trackRestMinutes: 0 }, pairs.slice(0, 8));
  const [one = ""] = await idle(1);
  expect(await ask("anna", one)).toBeNull();
  await heardOnes(one);
  const [wanted = ""] = (await idle(8)).filter((title) => other(title) !== playing());
  expect(await ask("ben", wanted)).toBeNull();
  for (let songs = 0; songs < 3; songs++) {
    await expect.poll(() => queue().length).toBeGreaterThan(0);
    await expect.poll(() => [wanted, other(wanted)]).not.toContain(queue()[0]);
    await skip();
  }
  await heardOnes(wanted);
});

test("people who are signed in have their turns between songs of phones", async () => {
  await open();
  const { people } = under().appliance;
  await people.start();
  try {
    const pin = { pin: "1234", passphrase: null } as const;
    const added = await people.accounts.add({ name: "Anna", role: "member", onTile: false, ...pin }, here);
    if ("fault" in added) throw new Error(added.sentence);
    const [one = "", two = ""] = await idle(2);
    await ask("phone 1", one);
    await ask("phone 2", two);
    people.presence.come(added.person.id);
    await heardOnes(one);
    await expect.poll(() => picks()[0]?.reasons[0]?.kind).toBe("turn");
    await skip();
    await heardOnes(two);
  } finally {
    await people.stop();
  }
});
