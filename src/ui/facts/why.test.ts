import { describe, expect, test } from "vitest";
import type { Looks, MoodBasis, MoodLabel } from "../../protocol/mood.ts";
import type { PickReason } from "../../protocol/music.ts";
import { somePick } from "../testing-state.ts";
import { whyText } from "./why.ts";

type MoodReason = Extract<PickReason, { kind: "mood" }>;

const smiling: Looks = { kind: "mostly", expression: "happy" };
/** Picked for smiling faces, with what a test changes. */
const chosen = (change: Partial<MoodReason> = {}): MoodReason => ({
  kind: "mood",
  label: "content",
  basis: "faces",
  looks: smiling,
  policy: "match",
  ...change,
});
const why = (change: Partial<MoodReason> = {}) => whyText(somePick([chosen(change)]));

test("names the faces and the song", () => {
  expect(why()).toBe("Because most faces here were smiling, and this song is bright and easy.");
  expect(why({ looks: { kind: "all", expression: "happy" } })).toBe(
    "Because the faces here were smiling, and this song is bright and easy.",
  );
  expect(why({ looks: { kind: "mixed" } })).toBe(
    "Because the faces here were a mix, and this song is bright and easy.",
  );
});

test("says nothing about a song that nobody has placed on the map", () => {
  expect(whyText(somePick([chosen()], { affect: null }))).toBe("Because most faces here were smiling.");
});

test("says what was done about the mood", () => {
  expect(why({ label: "gloomy", looks: { kind: "all", expression: "sad" }, policy: "lift" })).toBe(
    "The faces here looked sad, and the music heads brighter. It is bright and easy.",
  );
});

describe("a reason never speaks against the song", () => {
  const sounds = (valence: number, arousal: number) => ({
    affect: { point: { valence, arousal }, confidence: 1, from: "tag" } as const,
  });
  const lively = sounds(0.7, 0.55);
  const steady = sounds(0, 0);

  test("neutral faces are none for something lively, nor smiling ones for something steady", () => {
    const neutral = chosen({ label: "even", looks: { kind: "mostly", expression: "neutral" } });
    expect(whyText(somePick([neutral], steady))).toBe(
      "Because most faces here looked neutral, and this song is steady.",
    );
    expect(whyText(somePick([neutral], lively))).toBe(
      "A little change that still goes with the room. It is bright and lively.",
    );
    expect(whyText(somePick([chosen()], steady))).toMatch(/^A little change .* It is steady\.$/);
    expect(whyText(somePick([chosen({ looks: { kind: "mixed" } })], lively))).toMatch(
      /^Because .* a mix, and/,
    );
  });

  test("music that heads livelier is not called steady in the same breath", () => {
    const steered = (policy: MoodReason["policy"]) =>
      whyText(
        somePick([chosen({ label: "even", looks: { kind: "all", expression: "neutral" }, policy })], steady),
      );
    expect(steered("energise")).toBe("The faces here looked neutral, and the music heads livelier.");
    expect(steered("calm")).toBe("The faces here looked neutral, and the music heads calmer. It is steady.");
  });

  test("what is only near the dial's place says so, and what leads away from it, too", () => {
    const dial = (policy: MoodReason["policy"]) => chosen({ basis: "manual", label: "elated", policy });
    expect(whyText(somePick([dial("match")], lively))).toBe(
      "As it was set on the dial. It is bright and lively.",
    );
    expect(whyText(somePick([dial("match")], sounds(0.5, 0.1)))).toBe(
      "Near what was set on the dial. It is bright and easy.",
    );
    expect(whyText(somePick([dial("calm")], sounds(0.5, 0.1)))).toBe(
      "From what was set on the dial, the music heads calmer. It is bright and easy.",
    );
  });
});

test("does not call faces the reason that spoke for another mood, or were not read", () => {
  const lately = "To go with how faces here looked lately. It is bright and easy.";
  expect(why({ looks: { kind: "all", expression: "angry" } })).toBe(lately);
  expect(why({ looks: { kind: "unread" } })).toBe(lately);
  expect(why({ looks: { kind: "all", expression: "constructor" } })).toBe(lately);
});

test.each([
  ["manual", { kind: "nobody" }, "As it was set on the dial. It is bright and easy."],
  ["manual", smiling, "As it was set on the dial. It is bright and easy."],
  ["held", { kind: "nobody" }, "As before, while nobody was in sight. It is bright and easy."],
  ["held", { kind: "unread" }, "As before, while no face could be read. It is bright and easy."],
  ["held", smiling, "As before. It is bright and easy."],
  ["fading", { kind: "nobody" }, "On the way back to the usual mood. It is bright and easy."],
  ["daypart", { kind: "nobody" }, "As usual here, while nobody was in sight. It is bright and easy."],
  ["daypart", { kind: "unread" }, "As usual here, while no face could be read. It is bright and easy."],
  ["daypart", smiling, "As usual here. It is bright and easy."],
] as const)("a mood that was %s, with %j", (basis, looks, text) => {
  expect(why({ basis, looks })).toBe(text);
});

test.each([
  ["mood", "When it was chosen, nothing that suits better was free. It is bright and easy."],
  [
    "rest",
    "Heard not long before: when it was chosen, nothing that suits had rested. It is bright and easy.",
  ],
  ["artist", "The same artist again: nothing by others was left. It is bright and easy."],
  [
    "artist-rest",
    "This artist was on not long before: when it was chosen, no other was free. It is bright and easy.",
  ],
  ["language", "No song in the chosen languages fitted. It is bright and easy."],
  ["favourites", "No song by the chosen artists fitted. It is bright and easy."],
  ["length", "An unusual length for here: nothing else was left. It is bright and easy."],
  ["quiet", "A little lively for this hour: nothing quieter was left. It is bright and easy."],
] as const)("a song for which the rule of %s was loosened does not claim to suit the faces", (rule, text) => {
  // As the picker does: one that lies too far from the mood does not have the mood for a reason.
  const suited = rule === "mood" ? [] : [chosen()];
  expect(whyText(somePick([...suited, { kind: "widened", rule }]))).toBe(text);
});

test("a wish of somebody here outranks the faces", () => {
  const wish = (what: "artist" | "language", value: string): PickReason => ({
    kind: "preferred",
    what,
    value,
    by: "guest",
  });
  expect(whyText(somePick([chosen(), wish("artist", "Nina")]))).toBe(
    "Because somebody here chose Nina, and this song is bright and easy.",
  );
  expect(whyText(somePick([chosen(), wish("language", "fr")]))).toBe(
    "Because somebody here chose songs in French, and this song is bright and easy.",
  );
  expect(whyText(somePick([chosen(), wish("language", "zxx")]))).toBe(
    "Because somebody here chose songs without words, and this song is bright and easy.",
  );
});

test("what the house likes is no guest's wish", () => {
  const liked: PickReason = { kind: "preferred", what: "artist", value: "Nina", by: "owner" };
  expect(whyText(somePick([chosen(), liked]))).toBe(
    "Because Nina is a favourite here, and this song is bright and easy.",
  );
});

test.each([
  ["favourites", ["Nina"], "none", null, "No song by Nina can be played here, so here is another."],
  [
    "favourites",
    ["Nina", "Ana"],
    "rest",
    7_000_000,
    "Every song by Nina or Ana was heard within the last 2 hours, so here is another.",
  ],
  [
    "favourites",
    [],
    "several",
    null,
    "No song by the chosen artists could be played just now, so here is another.",
  ],
  ["language", ["fr"], "mood", null, "No song in French suited the mood, so here is another."],
  [
    "language",
    ["fr", "de", "es"],
    "rest",
    120_000,
    "Every song in French, German, or Spanish was heard within the last 2 minutes, so here is another.",
  ],
] as const)(
  "a wish for %s (%j) that could not be met says why: %s",
  (rule, wanted, because, withinMs, text) => {
    const unmet = { wanted, songs: 3, because, withinMs } as const;
    expect(whyText(somePick([chosen(), { kind: "widened", rule, unmet }]))).toBe(text);
  },
);

test.each([
  [1, "rest", 5_400_000, "The only song by Nina was heard within the last 90 minutes, so here is another."],
  [2, "rest", 5_460_000, "Both songs by Nina were heard within the last 2 hours, so here is another."],
  [2, "coming", null, "Both songs by Nina were on already, or come soon, so here is another."],
  [2, "length", null, "Both songs by Nina are longer or shorter than songs are here, so here is another."],
  [1, "quiet", null, "The only song by Nina is too lively for this hour, so here is another."],
  [
    9,
    "explicit",
    null,
    "Every song by Nina is explicit, and explicit songs are not played now, so here is another.",
  ],
  [9, "artist-rest", 1_000, "A song by Nina was on not long before, or comes soon, so here is another."],
] as const)("of %s songs that could not be met for %s it says so", (songs, because, withinMs, text) => {
  const unmet = { wanted: ["Nina"], songs, because, withinMs };
  expect(whyText(somePick([chosen(), { kind: "widened", rule: "favourites", unmet }]))).toBe(text);
});

test.each([
  ["mood", "Because somebody here chose Nina, though it does not suit the mood."],
  ["rest", "Because somebody here chose Nina, though it was heard not long before."],
  ["artist-rest", "Because somebody here chose Nina, though the artist was on not long before."],
  ["language", "Because somebody here chose Nina, and this song is bright and easy."],
] as const)(
  "a wish that was met is the reason, and the rule of %s that gave way to it is told with it",
  (rule, text) => {
    const wish: PickReason = { kind: "preferred", what: "artist", value: "Nina", by: "guest" };
    expect(whyText(somePick([{ kind: "widened", rule }, wish]))).toBe(text);
  },
);

test("a wish that could not be met is told before one that was met for want of it", () => {
  const unmet = { wanted: ["Nina"], songs: 2, because: "rest", withinMs: 60_000 } as const;
  const language: PickReason = { kind: "preferred", what: "language", value: "fr", by: "guest" };
  expect(whyText(somePick([language, { kind: "widened", rule: "favourites", unmet }]))).toBe(
    "Both songs by Nina were heard within the last minute, so here is another.",
  );
});

test("a step of a glide is called one", () => {
  expect(why({ label: "gloomy", looks: { kind: "all", expression: "sad" }, policy: "glide" })).toBe(
    "The faces here looked sad, and the music heads on, step by step. It is bright and easy.",
  );
});

test("what somebody asked for needs no other reason", () => {
  const asked: PickReason = { kind: "asked", by: { kind: "guest", sessionId: "s" } };
  expect(whyText(somePick([asked, chosen()]))).toBe("Because somebody asked for it.");
  expect(whyText(somePick([{ kind: "asked", by: { kind: "schedule" } }]))).toBe(
    "Because it was planned for this time.",
  );
});

test("is silent where there is no reason", () => {
  expect(whyText(somePick([]))).toBe("");
});

test("never says what anybody feels, and speaks of faces in the past only", () => {
  const bases: MoodBasis[] = ["faces", "held", "fading", "daypart", "manual"];
  const labels: MoodLabel[] = ["elated", "content", "calm", "gloomy", "tense", "even"];
  for (const basis of bases)
    for (const label of labels)
      for (const policy of ["match", "lift", "calm", "energise", "glide"] as const)
        for (const expression of ["happy", "sad", "angry", "fear", "disgust", "surprise", "neutral"]) {
          const text = why({ basis, label, policy, looks: { kind: "all", expression } });
          expect(text).not.toMatch(/\b(you|feel|feels|emotions?|happy|gloomy|tense|angry|afraid)\b/i);
          expect(text).not.toMatch(/\b(looks|now|nobody is)\b/);
          expect(text).toMatch(/^[A-Z].*\.$/);
        }
});

describe("of a song for somebody who is here", () => {
  const people = [{ visit: "v1", name: "Ada" }];
  const turn: PickReason = { kind: "turn", of: "v1" };
  const likes = (what: "song" | "artist" | "language", value: string): PickReason => ({
    ...{ kind: "preferred", what, value, by: "person" },
  });

  test("says for whom, and the mood as ever", () => {
    expect(whyText(somePick([turn, chosen()]), people)).toBe(`For Ada. ${whyText(somePick([chosen()]))}`);
  });

  test("names nobody who did not want it, nor who has gone", () => {
    // That it is for somebody is no reason to anybody else.
    const plain = whyText(somePick([chosen()]));
    expect(whyText(somePick([turn, chosen()]), [])).toBe(plain);
    expect(whyText(somePick([{ kind: "turn", of: "v2" }, chosen()]), people)).toBe(plain);
    expect(whyText(somePick([turn]), [])).toBe("");
  });

  test.each([
    [likes("song", "Lantern Street"), "this song"],
    [likes("artist", "Björk"), "Björk"],
    [likes("language", "de"), "songs in German"],
    [likes("language", "zxx"), "songs without words"],
  ])("says what they like about it", (reason, words) => {
    expect(whyText(somePick([turn, chosen(), reason]), people)).toMatch(
      `For Ada, who likes ${words}, and this song is`,
    );
  });

  test("says first what somebody wished for now, and what gave way", () => {
    const wished: PickReason = { kind: "preferred", what: "artist", value: "Nina Simone", by: "guest" };
    expect(whyText(somePick([turn, wished, likes("song", "x")]), people)).toMatch(
      "For Ada. Because somebody here chose Nina Simone",
    );
    const rested: PickReason = { kind: "widened", rule: "rest" };
    expect(whyText(somePick([turn, rested, likes("song", "x")]), people)).toMatch(
      "For Ada. Heard not long before",
    );
  });

  test("is silent of turns where somebody asked for it", () => {
    const asked: PickReason = { kind: "asked", by: { kind: "guest", sessionId: "s" } };
    expect(whyText(somePick([asked]), people)).toBe("Because somebody asked for it.");
  });
});
