import fc from "fast-check";
import { expect, test } from "vitest";
import type { Pick, Track } from "../../protocol/music.ts";
import type { Id } from "../../protocol/time.ts";
import { pickNext } from "../../recommend/picker.ts";
import { FakeLibrary, request, toolsOver } from "../../recommend/testing-library.ts";
import type { PeopleTables, StoredPerson } from "../../store/people/people-tables.ts";
import { somebody } from "../../store/people/testing.ts";
import { Company } from "./company.ts";
import { Presence } from "./presence.ts";
import { TasteKeeper } from "./taste-keeper.ts";

// A whole evening, song by song: people come and go, ask for songs, and make the queue be chosen anew, while each hears
// another language. What is promised is looked at as each song begins.

const languages = ["de", "fr", "it", "es"];
const minute = 60_000;

const steps = fc.array(
  fc.record({
    what: fc.constantFrom("song", "song", "song", "song", "requeue", "come", "go", "back", "ask"),
    who: fc.nat(3),
  }),
  { minLength: 40, maxLength: 70 },
);

function house() {
  const people = new Map<Id, StoredPerson>(
    languages.map((language) => [
      language,
      somebody(language, { wishes: { languages: [language], artists: [], policy: null } }),
    ]),
  );
  let [now, visits] = [0, 0];
  const presence = new Presence({
    monotonic: () => now,
    newId: () => `visit ${++visits}`,
    emptyAfterMs: () => 600_000,
  });
  const tables = {
    tastes: async () => ({ favourite: [], blocked: [] }),
  } as Partial<PeopleTables> as PeopleTables;
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const company = new Company({
    register: { get: (id) => people.get(id) ?? null },
    ...{ presence, tastes: new TasteKeeper({ tables, log }), tellsNames: () => true },
  });
  const library = new FakeLibrary(
    Array.from({ length: 120 }, (_, n) => ({
      ...{ id: `t${n}`, artist: `Artist ${n}`, language: languages[n % 4] ?? "" },
      at: { valence: (n % 10) / 30, arousal: (n % 7) / 30 },
    })),
  );
  const pass = (ms: number) => {
    now += ms;
  };
  return { presence, company, library, pass };
}

const trackOf = ({ item }: Pick): Track => {
  if (item.kind !== "track") throw new Error("Songs alone are played here.");
  return item.track;
};

test("over any evening a turn goes to whoever has had the fewest songs or one more, and each hears what they like", async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.integer(), async (evening, seed) => {
      const { presence, company, library, pass } = house();
      const tools = toolsOver(library, seed);
      let clock = 1_700_000_000_000;
      let playing: Pick | null = null;
      let asked: Pick[] = [];
      let chosen: Pick | null = null;
      const line = () => [playing, ...asked].filter((pick) => pick !== null);
      const choose = async () => {
        const result = await pickNext(
          request({
            ...{ now: clock, restMs: 30 * minute, turn: company.turnAfter(line()) },
            notTracks: line().map((pick) => trackOf(pick).id),
          }),
          tools,
        );
        if (result === null) throw new Error("There are songs enough.");
        chosen = result.pick;
      };
      /** Songs that were for somebody, by turns or because they asked. */
      const had = new Map<Id, number>();
      const fewest = () => Math.min(...presence.present.map((id) => had.get(id) ?? 0));
      /** Who comes later, or again, is level with whoever has had the fewest. */
      const level = (id: Id) =>
        had.set(id, Math.max(had.get(id) ?? 0, presence.present.length === 0 ? 0 : fewest()));
      await choose();
      for (const { what, who } of evening) {
        const id = languages[who] ?? "";
        if (what === "come" || what === "go") {
          if (what === "come" && presence.visitOf(id) === null) level(id);
          if (what === "come") presence.come(id);
          else presence.leave(id);
          await choose();
        } else if (what === "back") {
          // Out and in again wins nobody a turn.
          if (presence.leave(id)) {
            level(id);
            presence.come(id);
          }
          await choose();
        } else if (what === "requeue") await choose();
        else if (what === "ask" && presence.visitOf(id) !== null && asked.length === 0) {
          const track = library.all()[who]?.track;
          if (track === undefined) throw new Error("There are songs enough.");
          asked = [
            {
              ...{ id: `asked ${clock}`, item: { kind: "track", track }, pickedAt: clock, draw: null },
              reasons: [{ kind: "asked", by: { kind: "person", id } }],
            },
          ];
          await choose();
        } else if (what === "song") {
          const next: Pick | null = asked.shift() ?? chosen;
          if (next === null) throw new Error("Something always comes next.");
          playing = next;
          company.began(next);
          library.play(trackOf(next).id, clock);
          const turn = next.reasons.find(({ kind }) => kind === "turn");
          const by = next.reasons.find(({ kind }) => kind === "asked");
          const whose = presence.present.find((each) =>
            turn?.kind === "turn"
              ? turn.of === presence.visitOf(each)
              : by?.kind === "asked" && by.by.kind === "person" && by.by.id === each,
          );
          if (turn?.kind === "turn") expect((had.get(whose ?? "") ?? 0) - fewest()).toBeLessThanOrEqual(1);
          if (whose !== undefined) had.set(whose, (had.get(whose) ?? 0) + 1);
          if (turn?.kind === "turn") expect(trackOf(next).languages).toEqual([whose]);
          if (next.draw !== null) expect(turn === undefined).toBe(presence.present.length === 0);
          clock += 4 * minute;
          pass(4 * minute);
          presence.touched();
          await choose();
        }
      }
    }),
    { numRuns: 25 },
  );
});

test("with two people who stay and ask for nothing, songs alternate from the first to the last", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer(),
      fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
      async (seed, anew) => {
        const { presence, company, library } = house();
        for (const id of ["de", "fr"]) presence.come(id);
        const tools = toolsOver(library, seed);
        const heard: string[] = [];
        let playing: Pick[] = [];
        for (const [n, twice] of anew.entries()) {
          const choose = () => {
            const now = 1_700_000_000_000 + n * 4 * minute;
            const notTracks = playing.map((pick) => trackOf(pick).id);
            return pickNext(
              request({ now, restMs: 30 * minute, turn: company.turnAfter(playing), notTracks }),
              tools,
            );
          };
          // Chosen anew, because the mood changed, say: the turn stays.
          if (twice) await choose();
          const result = await choose();
          if (result === null) throw new Error("There are songs enough.");
          playing = [result.pick];
          company.began(result.pick);
          library.play(trackOf(result.pick).id, result.pick.pickedAt);
          heard.push(trackOf(result.pick).languages[0] ?? "");
        }
        expect(heard).toEqual(heard.map((_, n) => ["de", "fr"][n % 2]));
      },
    ),
    { numRuns: 8 },
  );
});
