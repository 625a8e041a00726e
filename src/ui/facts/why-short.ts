import type { Pick, PickReason } from "../../protocol/music.ts";
import { words } from "../words.ts";
import { affectName } from "./affect-name.ts";
import { isWordless, languageName } from "./language-name.ts";

/** Why a song is offered, in a few words for below its title; empty where there is nothing to tell. */
export function whyShort({ item, reasons }: Pick): string {
  const reason = <K extends PickReason["kind"]>(kind: K) =>
    reasons.find((one): one is Extract<PickReason, { kind: K }> => one.kind === kind);
  const preferred = reason("preferred");
  if (preferred?.what === "artist") return words.whyShort.artist(preferred.value);
  if (preferred)
    return words.whyShort.language(isWordless(preferred.value) ? null : languageName(preferred.value));
  const widened = reason("widened");
  if (widened) return words.whyShort.widened[widened.rule];
  if (item.kind === "track" && item.track.affect) return words.music[affectName(item.track.affect.point)];
  return reason("rested")?.lastPlayedAt === null ? words.whyShort.neverHeard : "";
}
