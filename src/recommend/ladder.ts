import { languagesOf, type PickRequest } from "./request.ts";

/**
 * What gives way, and in which order, when no track is left by the rules: the only place that decides this.
 *
 * A guest who chose an artist wants to hear them, so everything that is a matter of taste gives way to that: a wished
 * language, their rest down to a quarter, so that they come every third song or so and not in a row, their songs' rest
 * down to half, and then the mood. Where even so none of their songs may be played, the wish waits. A language is
 * another kind of wish: it leaves much to choose from, so it gives way before the mood does. Neither bends what the
 * owner asks for: length, quiet hours, never the same artist twice in a row.
 *
 * Then the mood and the rests. A sad song in a smiling room is worse than a repeat after an hour, and also worse than
 * a repeat after a few songs, for who skips wants another song and not another mood. So the circle grows a little
 * first, then the rest of artists shortens within it, then that of songs, then its songs come back in turn where there
 * are enough of them to go round, as the demo's four pieces a mood are. A wider circle comes after that, for the
 * edges of the map where few songs lie, and then any place.
 *
 * Songs that are too short or too long come before a few songs go round and round, and before the same artist twice
 * in a row; a loop of two or three songs comes after that. Quiet hours are loud only when but one quiet song is left,
 * and a song that is already playing or queued is the last of all. Explicit, blocked and unplayable tracks never come.
 */
export interface Rung {
  /** How far from the target, in reaches; "nearest" takes what lies nearest, wherever that is. */
  circle: number | "nearest";
  /** The share of a song's rest that still holds. At 0 the half that was heard longest ago may be drawn. */
  rest: number;
  /** Without a rest, songs still come back in `turn`; false lets any come back at once. */
  inTurn: boolean;
  /** The share of an artist's rest that still holds. At 0 only the artist just before stays out. */
  artistRest: number;
  sameArtist: boolean;
  /** Which wishes hold: languages and artists together, one of the two, or none. */
  wishes: "all" | "artists" | "languages" | "none";
  /** The limits of length, and of liveliness in quiet hours. */
  length: boolean;
  quiet: boolean;
  /** Which of the tracks that are playing or queued stay out: all, or only the one just before, or none. */
  out: "all" | "just-before" | "none";
}

/** When songs can come back in turn. */
export const turn = {
  /** The circle holds this many tracks, resting, playing and queued ones among them: fewer would soon grate. */
  tracks: 4,
  /** This many others were or will be heard between a song and the same song again. */
  others: 2,
};

/** Every rule as it is. */
const asAsked: Rung = {
  circle: 1,
  rest: 1,
  inTurn: false,
  artistRest: 1,
  sameArtist: false,
  wishes: "all",
  length: true,
  quiet: true,
  out: "all",
};

const near = (wishes: Rung["wishes"]): readonly Partial<Rung>[] => [
  { wishes },
  { wishes, circle: 1.5 },
  { wishes, circle: 1.5, artistRest: 1 / 4 },
];
const wished: readonly Partial<Rung>[] = [
  ...near("all"),
  ...near("artists"),
  ...[
    { circle: 1.5, rest: 1 / 2 },
    { circle: "nearest" as const },
    { circle: "nearest" as const, rest: 1 / 2 },
  ].map((step) => ({ wishes: "artists" as const, artistRest: 1 / 4, ...step })),
  ...near("languages"),
];

const fitting: readonly Partial<Rung>[] = [
  {},
  { circle: 1.5 },
  { circle: 1.5, artistRest: 1 / 2 },
  ...[
    { circle: 1.5 },
    { circle: 1.5, rest: 1 / 2 },
    { circle: 1.5, rest: 1 / 4 },
    { circle: 1.5, rest: 0, inTurn: true },
    { circle: 2, rest: 1 / 4 },
    { circle: 2, rest: 0, inTurn: true },
    { circle: "nearest" as const },
    { circle: "nearest" as const, rest: 1 / 2 },
    { circle: "nearest" as const, rest: 1 / 4 },
    { circle: "nearest" as const, rest: 0, inTurn: true },
  ].map((step) => ({ ...step, artistRest: 0 })),
];

const anywhere: Partial<Rung> = { circle: "nearest", artistRest: 0 };
const goingRound: readonly Partial<Rung>[] = [
  { ...anywhere, length: false },
  { ...anywhere, length: false, rest: 0, inTurn: true },
];
const anything: Partial<Rung> = { ...anywhere, length: false, rest: 0 };

/** No rule is left but those that never give way. */
export const lastResort: Rung = {
  ...asAsked,
  ...anything,
  wishes: "none",
  sameArtist: true,
  quiet: false,
  out: "none",
};

/** From the rules as they are to the very last resort. */
const ladder: readonly Rung[] = [
  ...wished,
  ...[
    ...[...fitting, ...goingRound],
    ...[...fitting, ...goingRound].map((step) => ({ ...step, artistRest: 0, sameArtist: true })),
    anything,
    { ...anything, sameArtist: true },
    ...[...goingRound, anything].map((step) => ({ ...step, quiet: false })),
    { ...anything, quiet: false, sameArtist: true },
    { ...anything, quiet: false, sameArtist: true, out: "just-before" as const },
    lastResort,
  ].map((step): Partial<Rung> => ({ ...step, wishes: "none" })),
].map((step) => ({ ...asAsked, ...step }));

/** Without the rungs for wishes that nobody has. */
export function rungsFor(request: PickRequest): readonly Rung[] {
  return wishedIn(request, ladder);
}

/** For six to choose from: what suits, then what is also there. */
export function sixRungsFor(request: PickRequest): readonly (readonly SixRung[])[] {
  const asksForLanguage = request.wishes.languages.length > 0;
  const suiting = wishedIn(request, sixThatSuitLadder).filter(
    ({ untilSpoken }) => untilSpoken === undefined || asksForLanguage,
  );
  return [suiting, alsoThereLadder];
}

function wishedIn<Step extends Rung>(request: PickRequest, rungs: readonly Step[]): readonly Step[] {
  const [artists, languages] = [request.wishes.artists.length > 0, languagesOf(request).length > 0];
  const has = { all: artists && languages, artists, languages, none: true };
  return rungs.filter(({ wishes }) => has[wishes]);
}

/** For six that a guest may ask for at this moment: what suits, then what is also there. */
export function askableRungsFor(request: PickRequest): readonly (readonly SixRung[])[] {
  return [wishedIn(request, askableLadder), alsoAskableLadder];
}

/** As far as the rules give way to such a wish: where nothing holds here, it is unmet. */
export function farthestFor(wishes: "artists" | "languages"): Rung {
  return { ...asAsked, ...wished.findLast((step) => step.wishes === wishes) };
}

/** A rung of the six. */
export interface SixRung extends Rung {
  /** It takes no more once so many of the six are in a language that a guest wished for. */
  untilSpoken?: number;
}

/** What lies just outside of the mood, then what has not rested, and only then another mood. */
const outward: readonly Partial<Rung>[] = [
  { circle: 1.5, artistRest: 1 / 4 },
  { circle: 1.5, rest: 1 / 4 },
  { circle: 1.5, rest: 0 },
  { circle: 2, rest: 0 },
  { circle: "nearest" as const, rest: 0 },
].map((step) => ({ artistRest: 0, ...step }));

/** Of the six, in a wished language: half, so that the other half suits the room. */
const spokenAtLeast = 3;

/**
 * For six to choose from, where a person does the choosing. First what suits: the mood and the rest of songs hold, and
 * what gives way is a wish and the rest of artists. A wished artist is among them wherever their songs stand and however
 * lately they were heard, for that is what somebody came to choose from.
 *
 * So is a guest's language, where fewer than half of the six would be in it. The next song is chosen for the whole room,
 * and there a language gives way before the mood does; here nothing plays until somebody points at it, and whoever wished
 * for Polish and is shown six songs in English has nothing to choose from. The other half stays with the mood, for others
 * choose here too. The owner's languages widen nothing: they are a taste in general, and no wish of this moment.
 */
const sixThatSuitLadder: readonly SixRung[] = [
  { wishes: "all" as const },
  { wishes: "artists" as const },
  { wishes: "artists" as const, circle: "nearest" as const, artistRest: 0, rest: 0 },
  { wishes: "languages" as const },
  ...outward.map((step) => ({ wishes: "languages" as const, untilSpoken: spokenAtLeast, ...step })),
  ...[{}, { artistRest: 1 / 4 }, { artistRest: 0 }, { artistRest: 0, sameArtist: true }].map((step) => ({
    wishes: "none" as const,
    ...step,
  })),
].map((step) => ({ ...asAsked, ...step }));

/**
 * Where fewer than six suit, others are there too, another mood last, for who sees a song that was heard an hour ago can
 * leave it. The limits of length and of quiet hours never give way, nor comes what is playing or queued.
 */
const alsoThereLadder: readonly SixRung[] = [
  ...outward,
  { circle: "nearest" as const, artistRest: 0, rest: 0, sameArtist: true },
].map((step) => ({ ...asAsked, wishes: "none", ...step }));

/** The shares of its own and of its artist's rest after which a song may be asked for, as for every wish. */
export const askedRests = { song: 1 / 2, artist: 1 / 4 };
const rested: Partial<Rung> = { rest: askedRests.song, artistRest: askedRests.artist };

/** For six to ask for: as for those to choose from, but none gives up more of its rest than who asks for it would be granted. */
const askableLadder: readonly SixRung[] = [
  { wishes: "all" as const },
  { wishes: "artists" as const, circle: "nearest" as const, ...rested },
  { wishes: "languages" as const },
  { wishes: "languages" as const, ...rested },
  { wishes: "none" as const },
  { wishes: "none" as const, ...rested },
].map((step) => ({ ...asAsked, ...step }));

const alsoAskableLadder: readonly SixRung[] = [1.5, 2, "nearest" as const].map((circle) => ({
  ...{ ...asAsked, ...rested },
  ...{ circle, wishes: "none" },
}));
