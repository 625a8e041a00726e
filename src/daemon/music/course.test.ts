import { Value } from "typebox/value";
import { expect, test } from "vitest";
import type { Daypart, Mood, Policy } from "../../protocol/mood.ts";
import type { Pick } from "../../protocol/music.ts";
import { Settings } from "../../protocol/settings.ts";
import { Course } from "./course.ts";

const gloomy: Mood = {
  affect: { valence: -0.5, arousal: -0.3 },
  label: "gloomy",
  confidence: 1,
  since: 0,
  until: null,
  basis: "faces",
};
const even: Mood = { ...gloomy, affect: { valence: 0, arousal: 0 }, label: "even" };
const end = { valence: 0.5, arousal: 0.2 };
const songs = new Map<string, Pick>();
/** The same object for the same name, as the player hands it on. */
function song(id: string): Pick {
  const known = songs.get(id);
  if (known !== undefined) return known;
  const made: Pick = {
    id,
    item: { kind: "announcement", title: id },
    pickedAt: 0,
    reasons: [],
    draw: null,
  };
  songs.set(id, made);
  return made;
}
const finished = { how: "finished", by: null, heardMs: 1 } as const;
const skipped = { how: "skipped", by: null, heardMs: 1 } as const;

function courseWith(given: Partial<Settings>, start = gloomy) {
  const world = {
    mood: start,
    now: 0,
    settings: { ...(Value.Default(Settings, {}) as Settings), glideTo: end, glideSongs: 6, ...given },
    turn: null as Policy | null,
    playing: null as Pick | null,
    /** Of whoever's turn it is while this song plays. */
    turns: new Map<Pick, Policy>(),
    inTurn: [] as readonly (Policy | null)[],
  };
  const course = new Course({
    settings: () => world.settings,
    mood: () => world.mood,
    wished: () => null,
    turn: () => world.turn,
    turnOf: (pick) => world.turns.get(pick) ?? null,
    playing: () => world.playing,
    inTurn: () => world.inTurn,
    clock: { now: () => world.now, monotonic: () => 0 },
  });
  /** Draws the song that follows `playing`; answers how pleasant it should be. */
  const draw = (id: string, playing: Pick | null = null) => {
    const { target } = course.aim(playing);
    course.drawn(song(id));
    return Math.round(target.point.valence * 10) / 10;
  };
  return { course, world, draw };
}

test("a glide meets the room first, and each song that was heard to its end brings it on", () => {
  const { course, draw } = courseWith({ policy: "glide" });
  expect([draw("a"), draw("b", song("a"))]).toEqual([-0.5, -0.3]);
  expect(course.direction.path?.step).toBe(0);
  course.ended(song("a"), finished);
  expect(course.direction).toMatchObject({ policy: "glide", path: { step: 1 } });
  expect(draw("c", song("b"))).toBe(-0.1);
});

test("a song that was skipped does not bring it on, nor one that was playing before it began", () => {
  const { course, draw } = courseWith({ policy: "glide" });
  course.ended(song("before"), finished);
  draw("a");
  course.ended(song("a"), skipped);
  expect([draw("b"), course.direction.path?.step]).toEqual([-0.5, 0]);
});

test("a song brings it on however often what follows was drawn anew meanwhile", () => {
  const { course, draw } = courseWith({ policy: "glide" });
  draw("long");
  for (let n = 0; n < 50; n += 1) draw(`dropped ${n}`, song("long"));
  course.ended(song("long"), finished);
  expect(course.direction.path?.step).toBe(1);
});

test("at its end it stays there", () => {
  const { course, draw } = courseWith({ policy: "glide", glideSongs: 2 });
  for (const id of ["a", "b", "c"]) {
    draw(id);
    course.ended(song(id), finished);
  }
  expect([draw("d", song("c")), course.direction.path?.step]).toEqual([0.5, 1]);
});

test("it goes on when the room follows, and begins anew when a person says how the mood is", () => {
  const { course, world, draw } = courseWith({ policy: "glide" });
  for (const id of ["a", "b", "c"]) {
    draw(id);
    course.ended(song(id), finished);
  }
  world.mood = even;
  course.moodRenamed(even);
  expect(course.direction.path?.step).toBe(3);
  course.begunAnew();
  expect(course.direction).toMatchObject({ target: even.affect, path: { step: 0 } });
});

test("a room that goes up and down while songs play is led on all the same", () => {
  const { course, world, draw } = courseWith({ policy: "glide" });
  const tense: Mood = { ...gloomy, affect: { valence: -0.4, arousal: 0.4 }, label: "tense" };
  let before: Pick | null = null;
  for (const id of ["one", "two", "three", "four"]) {
    draw(id, before);
    for (const mood of [even, tense, gloomy, even, tense]) {
      world.mood = mood;
      expect(course.moodRenamed(mood)).toBe(false);
    }
    if (before !== null) course.ended(before, finished);
    before = song(id);
  }
  expect(course.direction.path?.step).toBe(3);
});

test("another end or another length of the way begins it anew, and another policy ends it", () => {
  const { course, world, draw } = courseWith({ policy: "glide" });
  draw("a");
  course.ended(song("a"), finished);
  world.settings = { ...world.settings, glideSongs: 4 };
  expect(course.direction.path).toMatchObject({ step: 0, points: { length: 4 } });
  world.settings = { ...world.settings, policyByMood: { gloomy: "lift" } };
  expect(course.direction).toMatchObject({ policy: "lift", path: null });
});

test("at another hour other ways hold, and the pages are told which", () => {
  const now = new Date(2026, 5, 1, 12, 0).getTime();
  const lunch: Daypart = {
    name: "lunch",
    days: [1],
    from: "12:00",
    to: "13:00",
    affect: null,
    policy: "energise",
    policyByMood: {},
    allowExplicit: null,
    highestArousal: 0.2,
  };
  const { course, world } = courseWith({ dayparts: [lunch] });
  world.now = now - 1;
  expect(course.direction).toMatchObject({ policy: "match", target: gloomy.affect, daypart: null });
  world.now = now;
  expect(course.direction).toMatchObject({
    policy: "energise",
    target: { valence: 0.3, arousal: 0.2 },
    daypart: "lunch",
  });
});

test("whoever's turn it is has their own way, and a glide goes on with the next turn of who is on it", () => {
  const { course, world, draw } = courseWith({ policy: "glide" });
  world.inTurn = [null, "energise"];
  expect(draw("a")).toBe(-0.5);
  course.ended(song("a"), finished);
  world.turn = "energise";
  expect(course.aim(null)).toMatchObject({ policy: "energise", target: { point: { valence: 0.3 } } });
  world.turn = null;
  expect(draw("b")).toBe(-0.3);
  // Who is on it has gone.
  [world.turn, world.inTurn] = ["energise", ["energise"]];
  expect(course.direction.path).toBeNull();
  [world.turn, world.inTurn] = [null, []];
  expect(draw("c")).toBe(-0.5);
});

test("the song that plays is judged by the wishes of whoever's turn it is, whoever comes next", () => {
  const { course, world } = courseWith({ policy: "match" });
  const [annas, bens] = [song("Anna's"), song("Ben's")];
  world.turns.set(annas, "calm");
  world.turns.set(bens, "energise");
  world.inTurn = ["calm", "energise"];
  [world.playing, world.turn] = [annas, "energise"];
  expect([course.current.policy, course.direction.policy, course.aim(annas).policy]).toEqual([
    ...["calm", "calm", "energise"],
  ]);
  expect(course.current.target.point.arousal).toBeLessThan(course.aim(annas).target.point.arousal);
  [world.playing, world.turn] = [bens, "calm"];
  expect([course.direction.policy, course.aim(bens).policy]).toEqual(["energise", "calm"]);
});

test("a song that is nobody's turn is judged by what the owner does, and with none on it is that of who comes next", () => {
  const { course, world } = courseWith({ policy: "lift" });
  [world.playing, world.turn, world.inTurn] = [song("from before"), "energise", ["energise"]];
  expect(course.direction.policy).toBe("lift");
  world.playing = null;
  expect(course.direction.policy).toBe("energise");
});

test("a glide of one of two goes on while the other's song plays, and that song is not on its way", () => {
  const { course, world, draw } = courseWith({ policy: "match" });
  const [glides, other] = [song("on its way"), song("another's")];
  world.turns.set(glides, "glide");
  world.turns.set(other, "energise");
  world.inTurn = ["glide", "energise"];
  world.turn = "glide";
  draw("on its way");
  [world.playing, world.turn] = [glides, "energise"];
  expect(course.direction.path).toMatchObject({ step: 0 });
  course.ended(glides, finished);
  [world.playing, world.turn] = [other, "glide"];
  expect(course.direction).toMatchObject({ policy: "energise", path: null });
  world.playing = null;
  expect(course.direction.path).toMatchObject({ step: 1 });
});
