import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Pick, PickReason } from "../../protocol/music.ts";
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
  expect([company.turnAfter([]), company.policies, company.unwanted, company.named]).toEqual([
    ...[null, [], [], []],
  ]);
});

test("who is here has a turn with what they like, their songs as soon as these are read", async () => {
  const { people } = under;
  const wishes = { languages: ["de"], artists: ["Björk"], policy: "calm" } as const;
  await people.change(anna, { wishes: { ...wishes, languages: ["de"], artists: ["Björk"] } }, here);
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

test("a name is told only of those who want that, and with the visit, not with who they are", async () => {
  const { people } = under;
  for (const id of [anna, ben]) people.presence.come(id);
  expect(people.company.named).toEqual([]);
  await people.change(anna, { named: true }, here);
  expect(people.company.named).toEqual([{ visit: visitOf(anna), name: "Anna" }]);
  expect(JSON.stringify(people.company.named)).not.toContain(anna);
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

test("whoever listens is told of who comes, goes and likes something else, and of nobody who is elsewhere", async () => {
  const { people } = under;
  let told = 0;
  people.company.onChange(() => told++);
  await people.change(anna, { named: true }, here);
  await people.setTaste(anna, await aTrack("a"), "favourite");
  expect(told).toBe(0);
  people.presence.come(anna);
  // That they are here, and again when their songs are read.
  await vi.waitFor(() => expect(told).toBe(2));
  await people.setTaste(anna, await aTrack("b"), "favourite");
  expect(told).toBe(3);
  expect(people.company.turnAfter([])?.songs).toHaveLength(2);
  await people.remove(anna);
  expect([told, people.company.turnAfter([])]).toEqual([4, null]);
});

test("a card tapped in and out, and walking away, end what was wished for", async () => {
  const { people } = under;
  await people.addCard(anna, "04A22B1C");
  await people.tap("04A22B1C");
  expect(people.company.turnAfter([])?.visit).toBe(visitOf(anna));
  await people.tap("04A22B1C");
  expect(people.company.turnAfter([])).toBeNull();
  await people.tap("04A22B1C");
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
