import { affectName, labelPoints } from "../../protocol/circumplex.ts";
import type { MoodLabel, Policy } from "../../protocol/mood.ts";
import type { Pick, PickReason } from "../../protocol/music.ts";
import type { PresentPerson } from "../../protocol/people.ts";
import { words } from "../words/words.ts";
import { isWordless, languageName } from "./language-name.ts";
import { lookClause } from "./looks.ts";
import { unmetClause, type WishRule } from "./unmet-text.ts";

type MoodReason = Extract<PickReason, { kind: "mood" }>;
type Preferred = Extract<PickReason, { kind: "preferred" }>;
type Widened = Extract<PickReason, { kind: "widened" }>;

/** The moods that each expression can be a reason for: the mood follows slowly, so faces may be ahead of it. */
const SPEAKS_FOR: ReadonlyMap<string, readonly MoodLabel[]> = new Map([
  ["happy", ["elated", "content", "calm"]],
  ["smiling", ["elated", "content", "calm"]],
  ["neutral", ["even", "calm", "content"]],
  ["notSmiling", ["even", "calm", "gloomy"]],
  ["sad", ["gloomy", "even"]],
  ["angry", ["tense"]],
  ["disgust", ["tense", "gloomy"]],
  ["fear", ["tense"]],
  ["surprise", ["elated", "tense", "even"]],
]);

/**
 * Why this song, in one sentence; empty where nothing true can be said. Only what was so when it was picked counts,
 * so the sentence stays the same as long as the song plays, whatever the faces do meanwhile.
 */
export function whyText(pick: Pick, people: readonly PresentPerson[] = []): string {
  const text = reasonText(pick);
  const turn = pick.reasons.find((reason) => reason.kind === "turn");
  if (turn === undefined || pick.reasons.some(({ kind }) => kind === "asked")) return text;
  const { why } = words;
  const name = people.find(({ visit }) => visit === turn.of)?.name ?? null;
  const likes = likesText(pick);
  // "For somebody here" alone tells nobody anything.
  if (name === null && likes === null) return text;
  const whose = why.turn(name);
  return likes === null
    ? why.turnFor(whose, null, text)
    : why.turnFor(whose, likes, why.andSong(songWords(pick)));
}

/** The same without how the song sounds: for where there is room for less. */
export function whyBrief(pick: Pick, people: readonly PresentPerson[] = []): string {
  const { item } = pick;
  if (item.kind !== "track") return whyText(pick, people);
  return whyText({ ...pick, item: { ...item, track: { ...item.track, affect: null } } }, people);
}

/** What somebody likes about it whose turn it was, where no wish of now came before that. */
function likesText({ reasons }: Pick): string | null {
  const isOutdone = reasons.some(
    (reason) => (reason.kind === "preferred" && reason.by === "guest") || reason.kind === "widened",
  );
  if (isOutdone) return null;
  const liked = (what: Preferred["what"]) =>
    reasons.find((each) => each.kind === "preferred" && each.by === "person" && each.what === what);
  const { likes } = words.why;
  if (liked("song")) return likes.song();
  const artist = liked("artist");
  if (artist?.kind === "preferred") return likes.artist(artist.value);
  const language = liked("language");
  return language?.kind === "preferred" ? likes.language(nameIn(language.value)) : null;
}

function reasonText(pick: Pick): string {
  const asked = pick.reasons.find((reason) => reason.kind === "asked");
  if (asked) return asked.by.kind === "schedule" ? words.why.planned : words.why.asked;

  const song = songWords(pick);
  const preferred = (what: "artist" | "language", by: "guest" | "owner"): string | null => {
    const one = pick.reasons.find(
      (reason) => reason.kind === "preferred" && reason.what === what && reason.by === by,
    );
    return one?.kind === "preferred" ? preferredText(one.value, { what, by }, pick, song) : null;
  };
  const unmet = (rule: WishRule): string | null => {
    const one = pick.reasons.find((reason) => reason.kind === "widened" && reason.rule === rule);
    return one?.kind === "widened" ? widenedText(one, song) : null;
  };
  const bent = bentRule(pick);
  const chosen = pick.reasons.find((reason) => reason.kind === "mood");
  // A wish that was met is the reason, whatever gave way to it; then one that was not; then what gave way without a wish.
  return (
    preferred("artist", "guest") ??
    unmet("favourites") ??
    preferred("language", "guest") ??
    unmet("language") ??
    (bent && words.why.widened[bent](song)) ??
    preferred("artist", "owner") ??
    preferred("language", "owner") ??
    (chosen ? moodText(chosen, pick, song) : "")
  );
}

function preferredText(
  value: string,
  { what, by }: { what: "artist" | "language"; by: "guest" | "owner" },
  pick: Pick,
  song: string | null,
): string {
  const bent = bentRule(pick);
  const { preferred, though } = words.why;
  const besides = bent === null ? null : though[bent];
  return what === "artist"
    ? preferred.artist(value, by, besides, song)
    : preferred.language(nameIn(value), by, besides, song);
}

/** The first rule that gave way, other than a wish. */
function bentRule({ reasons }: Pick): Exclude<Widened["rule"], WishRule> | null {
  for (const reason of reasons)
    if (reason.kind === "widened" && reason.rule !== "favourites" && reason.rule !== "language")
      return reason.rule;
  return null;
}

function widenedText(widened: Widened, song: string | null): string {
  if (!("unmet" in widened) || widened.unmet === undefined) return words.why.widened[widened.rule](song);
  return words.why.unmet.instead(unmetClause(widened.rule, widened.unmet));
}

function moodText(chosen: MoodReason, pick: Pick, song: string | null): string {
  const unread = chosen.looks.kind === "unread" ? words.why.unread : null;
  const unseen = chosen.looks.kind === "nobody" ? words.why.nobody : unread;
  switch (chosen.basis) {
    case "manual":
      return dialText(chosen, pick, song);
    case "held":
      return words.why.held(unseen, song);
    case "fading":
      return words.why.fading(song);
    case "daypart":
      return words.why.usual(unseen, song);
    case "faces":
      return facesText(chosen, pick, song);
  }
}

/** What policies other than `match` are about the mood of a song; a glide may be anywhere. */
const HEADS_FOR: Readonly<Record<Exclude<Policy, "match">, readonly MoodLabel[]>> = {
  lift: ["elated", "content", "calm"],
  calm: ["calm", "content", "gloomy", "even"],
  energise: ["elated", "tense"],
  glide: Object.keys(labelPoints) as MoodLabel[],
};

function facesText({ label, looks, policy }: MoodReason, pick: Pick, song: string | null): string {
  const look = lookClause(looks);
  const speaksFor = "expression" in looks ? (SPEAKS_FOR.get(looks.expression) ?? []) : null;
  const isMixed = looks.kind === "mixed";
  if (look === null || !(isMixed || speaksFor?.includes(label))) return words.why.lately(song);
  if (policy !== "match") return words.why.steered(look, policy, fitting(pick, policy, song));
  // A neighbouring mood suits too, and the faces are no reason for it: "neutral" is none for something lively.
  const name = soundOf(pick);
  return isMixed || name === null || speaksFor?.includes(name)
    ? words.why.matched(look, song)
    : words.why.change(song);
}

function dialText({ label, policy }: MoodReason, pick: Pick, song: string | null): string {
  if (policy !== "match") return words.why.dialSteered(policy, fitting(pick, policy, song));
  const name = soundOf(pick);
  return name === null || name === label ? words.why.dial(song) : words.why.dialNear(song);
}

/** How it sounds, where that does not speak against where the music is said to head. */
const fitting = (pick: Pick, policy: Exclude<Policy, "match">, song: string | null): string | null => {
  const name = soundOf(pick);
  return name !== null && HEADS_FOR[policy].includes(name) ? song : null;
};

const soundOf = ({ item }: Pick): MoodLabel | null =>
  item.kind === "track" && item.track.affect !== null ? affectName(item.track.affect.point) : null;

/** "bright and easy": how the track sounds, from where it stands; null where nobody has said so. */
function songWords(pick: Pick): string | null {
  const name = soundOf(pick);
  return name && words.music[name];
}

const nameIn = (tag: string): string | null => (isWordless(tag) ? null : languageName(tag));
