import type { MoodLabel } from "../../protocol/mood.ts";
import type { Pick, PickReason } from "../../protocol/music.ts";
import { words } from "../words.ts";
import { affectName } from "./affect-name.ts";
import { isWordless, languageName } from "./language-name.ts";
import { lookClause } from "./looks.ts";

type MoodReason = Extract<PickReason, { kind: "mood" }>;

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
export function whyText(pick: Pick): string {
  const reason = <K extends PickReason["kind"]>(kind: K) =>
    pick.reasons.find((one): one is Extract<PickReason, { kind: K }> => one.kind === kind);

  const asked = reason("asked");
  if (asked) {
    return asked.by.kind === "schedule" ? words.why.planned : words.why.asked;
  }
  const song = songWords(pick);
  const widened = reason("widened");
  if (widened) return words.why.widened[widened.rule](song);
  const preferred = reason("preferred");
  if (preferred?.what === "artist") return words.why.preferred.artist(preferred.value, song);
  if (preferred) return words.why.preferred.language(nameIn(preferred.value), song);
  const chosen = reason("mood");
  return chosen ? moodText(chosen, song) : "";
}

function moodText(chosen: MoodReason, song: string | null): string {
  const unread = chosen.looks.kind === "unread" ? words.why.unread : null;
  const unseen = chosen.looks.kind === "nobody" ? words.why.nobody : unread;
  switch (chosen.basis) {
    case "manual":
      return words.why.dial(song);
    case "held":
      return words.why.held(unseen, song);
    case "fading":
      return words.why.fading(song);
    case "daypart":
      return words.why.usual(unseen, song);
    case "faces":
      return facesText(chosen, song);
  }
}

function facesText({ label, looks, policy }: MoodReason, song: string | null): string {
  const look = lookClause(looks);
  const speaks =
    looks.kind === "mixed" ||
    ("expression" in looks && (SPEAKS_FOR.get(looks.expression) ?? []).includes(label));
  if (look === null || !speaks) return words.why.lately(song);
  return policy === "match" ? words.why.matched(look, song) : words.why.steered(look, policy, song);
}

/** "bright and easy": how the track sounds, from where it stands; null where nobody has said so. */
function songWords({ item }: Pick): string | null {
  if (item.kind !== "track" || item.track.affect === null) return null;
  return words.music[affectName(item.track.affect.point)];
}

const nameIn = (tag: string): string | null => (isWordless(tag) ? null : languageName(tag));
