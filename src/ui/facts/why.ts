import type { Looks, Mood, MoodLabel } from "../../protocol/mood.ts";
import type { Pick, PickReason } from "../../protocol/music.ts";
import { words } from "../words.ts";
import { affectName } from "./affect-name.ts";
import type { CameraView } from "./camera-view.ts";
import { lookClause } from "./looks.ts";

/** The moods that each expression can be a reason for. Faces that have changed since the pick are none. */
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

export interface WhyFacts {
  pick: Pick;
  looks: Looks;
  mood: Mood;
  camera: CameraView;
}

/** Why this song, in one sentence; empty where nothing true can be said. */
export function whyText({ pick, looks, mood, camera }: WhyFacts): string {
  const reason = <K extends PickReason["kind"]>(kind: K) =>
    pick.reasons.find((one): one is Extract<PickReason, { kind: K }> => one.kind === kind);

  const asked = reason("asked");
  if (asked) {
    return asked.by.kind === "schedule" ? words.why.planned : words.why.asked;
  }
  const song = songWords(pick);
  const widened = reason("widened");
  if (widened) return words.why.widened[widened.rule](song);

  const chosen = reason("mood");
  if (!chosen) return reason("suits") ? words.why.suits(song) : "";
  if (chosen.label !== mood.label) return words.why.earlier(song);
  switch (mood.basis) {
    case "manual":
      return words.why.dial(song);
    case "held":
      return camera === "looking" ? words.why.held(song) : words.why.lately(song);
    case "fading":
      return camera === "looking" ? words.why.fading(song) : words.why.blind(song);
    case "daypart":
      return camera === "looking" ? words.why.usual(song) : words.why.blind(song);
    case "faces":
      return camera === "looking" ? facesText(chosen, looks, song) : words.why.lately(song);
  }
}

function facesText(chosen: Extract<PickReason, { kind: "mood" }>, looks: Looks, song: string | null): string {
  const look = lookClause(looks);
  const speaks =
    looks.kind === "mixed" ||
    ("expression" in looks && (SPEAKS_FOR.get(looks.expression) ?? []).includes(chosen.label));
  if (look === null || !speaks) return words.why.lately(song);
  return chosen.policy === "match"
    ? words.why.matched(look, song)
    : words.why.steered(look, chosen.policy, song);
}

/** "bright and easy": how the track sounds, from where it stands; null where nobody has said so. */
function songWords({ item }: Pick): string | null {
  if (item.kind !== "track" || item.track.affect === null) return null;
  return words.music[affectName(item.track.affect.point)];
}
