import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Pick, PickReason } from "../../protocol/music.ts";
import { StoreError } from "../../store/store.ts";
import { scannedFile } from "../../store/testing.ts";
import { here, makePeople, type TestPeople } from "./testing.ts";

let under: TestPeople;
let [anna, ben] = ["", ""];
beforeEach(async () => {
  under = await makePeople();
  [anna, ben] = [await under.addMember("Anna"), await under.addMember("Ben")];
});
afterEach(() => under.remove());

const pickWith = (...reasons: PickReason[]): Pick => ({
  ...{ id: "p", item: { kind: "announcement", title: "x" }, pickedAt: 0, draw: null },
  reasons,
});
const forVisit = (of: string) => pickWith({ kind: "turn", of });
const askedBy = (id: string) => pickWith({ kind: "asked", by: { kind: "person", id } });
const visitOf = (id: string) => under.people.presence.visitOf(id) ?? "nobody";

async function aTrack(title: string): Promise<string> {
  await under.kept.store.library.put([scannedFile(`/music/${title}.mp3`, { track: { title } })]);
  const { tracks } = await under.kept.store.library.list({ search: null, limit: 100, offset: 0 });
  return tracks.find((each) => each.title === title)?.id ?? "";
}

test("with nobody here there is no turn, no wish and no name", () => {
  const { company } = under.people;
  expect([company.turnAfter([]), company.policies, company.unwanted, company.told]).toEqual([
    ...[null, [], [], { named: [], others: 0 }],
  ]);
});

test("who is here has a turn with what they like, their songs as soon as these are read", async () => {
  const { people } = under;
  const wishes = { languages: ["de"], artists: ["Björk"], policy: "calm" } as const;
  await people.accounts.change(anna, { wishes: { ...wishes, languages: ["de"], artists: ["Björk"] } }, here);
  const [liked, never] = [await aTrack("liked"), await aTrack("never")];
  await people.setTaste(anna, liked, "favourite");
  await people.setTaste(anna, never, "blocked");
  people.presence.come(anna);
  expect(people.company.turnAfter([])).toMatchObject({ visit: visitOf(anna), tells: false, ...wishes });
  await vi.waitFor(() => expect(people.company.turnAfter([])?.songs).toEqual([liked]));
  expect([people.company.unwanted, people.company.policies]).toEqual([[never], ["calm"]]);
  people.presence.leave(anna);
  expect([people.company.unwanted, people.company.turnAfter([])]).toEqual([[], null]);
});

test("a name is told only of those who want that, and with the visit, not with who they are; others are counted", async () => {
  const { people } = under;
  for (const id of [anna, ben]) people.presence.come(id);
  expect(people.company.told).toEqual({ named: [], others: 2 });
  await people.accounts.change(anna, { named: true }, here);
  expect(people.company.told).toEqual({ named: [{ visit: visitOf(anna), name: "Anna" }], others: 1 });
  expect(JSON.stringify(people.company.told)).not.toContain(anna);
  expect(people.company.turnAfter([])).toMatchObject({ tells: true });
});

test("elsewhere than at home nobody is called by name who wants it, nor is it told what they like, from that moment on", async () => {
  const { people } = under;
  await people.accounts.change(anna, { named: true }, here);
  for (const id of [anna, ben]) people.presence.come(id);
  const heard: unknown[] = [];
  people.company.onChange(() => heard.push(people.company.told));
  under.stand(false);
  const counted = { named: [], others: 2 };
  expect([people.company.told, heard]).toEqual([counted, [counted]]);
  expect(people.company.turnAfter([])).toMatchObject({ visit: visitOf(anna), tells: false });
  under.stand(true);
  expect(people.company.told).toMatchObject({ named: [{ name: "Anna" }], others: 1 });
  expect(people.company.turnAfter([])).toMatchObject({ tells: true });
});

test("turns go round, and who asked for a song has had theirs with it", () => {
  const { company, presence } = under.people;
  for (const id of [anna, ben]) presence.come(id);
  const next = (...line: Pick[]) => company.turnAfter(line)?.visit;
  expect(next()).toBe(visitOf(anna));
  expect(next(forVisit(visitOf(anna)))).toBe(visitOf(ben));
  company.began(forVisit(visitOf(anna)));
  expect(next()).toBe(visitOf(ben));
  company.began(askedBy(ben));
  expect(next()).toBe(visitOf(anna));
  expect(next(askedBy(anna))).toBe(visitOf(ben));
});

test("of a song that comes again the turn is had once, and not while it waits", async () => {
  const { company, presence } = under.people;
  const cora = await under.addMember("Cora");
  for (const id of [anna, ben, cora]) presence.come(id);
  const cut = forVisit(visitOf(anna));
  company.began(cut);
  company.comesAgain(cut);
  // Once only, whoever takes it back twice.
  company.comesAgain(cut);
  for (const id of [anna, ben]) company.began(forVisit(visitOf(id)));
  const last = forVisit(visitOf(cora));
  company.began(last);
  expect(company.turnAfter([last])?.visit).toBe(visitOf(anna));
  // What never began was nobody's turn yet.
  company.comesAgain(askedBy(ben));
  expect(company.turnAfter([last])?.visit).toBe(visitOf(anna));
});

test("what somebody never wants to hear is asked for until it can be read", async () => {
  const { people, kept } = under;
  const never = await aTrack("never");
  await people.setTaste(anna, never, "blocked");
  const read = kept.store.people.tastes;
  let asked = 0;
  kept.store.people.tastes = async () => {
    asked++;
    throw new StoreError("unavailable", "The store is away.");
  };
  people.presence.come(anna);
  await vi.waitFor(() => expect(asked).toBe(1));
  people.look();
  await vi.waitFor(() => expect(asked).toBe(2));
  expect(people.company.unwanted).toEqual([]);
  kept.store.people.tastes = read;
  let told = 0;
  people.company.onChange(() => told++);
  people.look();
  await vi.waitFor(() => expect(people.company.unwanted).toEqual([never]));
  expect(told).toBe(1);
  people.look();
  people.look();
  expect(told).toBe(1);
});

test("what somebody has just said is asked for again where it could not be read back", async () => {
  const { people, kept } = under;
  const [first, second] = [await aTrack("first"), await aTrack("second")];
  people.presence.come(anna);
  await people.setTaste(anna, first, "blocked");
  await vi.waitFor(() => expect(people.company.unwanted).toEqual([first]));
  const read = kept.store.people.tastes;
  kept.store.people.tastes = () => Promise.reject(new StoreError("unavailable", "The store is away."));
  await people.setTaste(anna, second, "blocked");
  expect(people.company.unwanted).toEqual([first]);
  kept.store.people.tastes = read;
  people.look();
  await vi.waitFor(() => expect(people.company.unwanted.toSorted()).toEqual([first, second].toSorted()));
});

test("the song that plays is of somebody's policy while they are here, and of nobody's afterwards", async () => {
  const { people } = under;
  await people.accounts.change(anna, { wishes: { languages: [], artists: [], policy: "calm" } }, here);
  people.presence.come(anna);
  const { company } = people;
  const hers = forVisit(visitOf(anna));
  expect([company.policyOf(hers), company.policyOf(askedBy(anna)), company.policyOf(askedBy(ben))]).toEqual([
    ...["calm", "calm", null],
  ]);
  people.presence.leave(anna);
  expect(company.policyOf(hers)).toBeNull();
});

test("whoever listens is told of who comes, goes and likes something else, and of nobody who is elsewhere", async () => {
  const { people } = under;
  let told = 0;
  people.company.onChange(() => told++);
  await people.accounts.change(anna, { named: true }, here);
  await people.setTaste(anna, await aTrack("a"), "favourite");
  expect(told).toBe(0);
  people.presence.come(anna);
  // That they are here, and again when their songs are read.
  await vi.waitFor(() => expect(told).toBe(2));
  await people.setTaste(anna, await aTrack("b"), "favourite");
  expect(told).toBe(3);
  expect(people.company.turnAfter([])?.songs).toHaveLength(2);
  await people.accounts.remove(anna);
  expect([told, people.company.turnAfter([])]).toEqual([4, null]);
});

test("a card tapped in and out, and walking away, end what was wished for", async () => {
  const { people } = under;
  await people.accounts.addCard(anna, "04A22B1C");
  await people.taps.take("04A22B1C");
  expect(people.company.turnAfter([])?.visit).toBe(visitOf(anna));
  await people.taps.take("04A22B1C");
  expect(people.company.turnAfter([])).toBeNull();
  await people.taps.take("04A22B1C");
  under.see(0);
  under.pass(10 * 60_000);
  people.look();
  expect(people.company.turnAfter([])).toBeNull();
});

test("a song that is not in the library, and one too many, are refused with the reason", async () => {
  const { people } = under;
  expect(await people.setTaste(anna, "no song", "favourite")).toMatchObject({ fault: "unknown" });
  under.kept.store.people.setTaste = async () => "full";
  expect(await people.setTaste(anna, "a song", "favourite")).toMatchObject({ fault: "full" });
});
