import type { Command } from "../protocol/messages.ts";
import type { Actor } from "../protocol/people.ts";
import { StoreError } from "../store/store.ts";
import type { Appliance } from "./appliance.ts";

/** What would make or change music. */
const musical: ReadonlySet<Command["do"]> = new Set([
  "play",
  "pause",
  "skip",
  "seek",
  "playPick",
  "playTrack",
]);

/** More than a house touches while one song is fetched from a disk that has to wake up first. */
const MOST_UNDER_WAY = 100;
const underWay = new WeakMap<Appliance, number>();

/** Does what somebody asked for. Answers why not, in words for a page, or null when it is done. */
export async function obey(appliance: Appliance, command: Command, by: Actor): Promise<string | null> {
  const before = underWay.get(appliance) ?? 0;
  if (before >= MOST_UNDER_WAY) return "Too much is asked for at once: wait a moment.";
  underWay.set(appliance, before + 1);
  try {
    return await tried(appliance, command, by);
  } catch (error) {
    // A full disk, say: whoever asked is told. A store that is gone needs a new daemon.
    if (!(error instanceof StoreError) || error.fault === "gone") throw error;
    return error.message;
  } finally {
    underWay.set(appliance, (underWay.get(appliance) ?? 1) - 1);
  }
}

async function tried(appliance: Appliance, command: Command, by: Actor): Promise<string | null> {
  const { player, room, programme, hours } = appliance;
  if (player.state.intended === "closed" && musical.has(command.do))
    return "It is closed: the music begins again by itself when it opens.";
  switch (command.do) {
    case "play":
      await player.play(by);
      return null;
    case "pause":
      await player.pause(by);
      return null;
    case "skip":
      await programme.skips.skip(by);
      return null;
    case "seek": {
      const { actual } = player.state;
      if (actual.state !== "playing" && actual.state !== "paused") return "Nothing is playing.";
      await player.seek(command.positionMs, by);
      return null;
    }
    case "setVolume":
      return hours.setVolume(command.volume, by);
    case "switchCamera":
      return appliance.switchCamera(command.on, by);
    case "setMood":
      room.overrule(command.affect, command.forMs);
      return null;
    case "letCameraLead":
      room.letCameraLead();
      return null;
    case "playPick":
      return programme.asking.playPick(command.pick, command.when, by);
    case "playTrack":
      return programme.asking.playTrack(command.track, command.when, by);
    case "unqueue":
      return programme.asking.unqueue(command.pick);
    case "otherPicks":
      await programme.sixPicks.others();
      return null;
    case "wrongMood":
      return programme.corrections.wrongMood(command.track, by);
    case "block":
      return programme.corrections.block(command.track, command.what, by);
    case "undoCorrection":
      return programme.corrections.undo(command.correction ?? null, by);
    case "prefer":
      programme.prefer(command);
      return null;
  }
}
