import type { Command } from "../protocol/messages.ts";
import type { Actor } from "../protocol/people.ts";
import type { Appliance } from "./appliance.ts";

/** Does what somebody asked for. Answers why not, in words for a page, or null when it is done. */
export async function obey(appliance: Appliance, command: Command, by: Actor): Promise<string | null> {
  const { player, room } = appliance;
  switch (command.do) {
    case "play":
      await player.play(by);
      return null;
    case "pause":
      await player.pause(by);
      return null;
    case "skip":
      await player.skip(by);
      return null;
    case "seek": {
      const { actual } = player.state;
      if (actual.state !== "playing" && actual.state !== "paused") return "Nothing is playing.";
      await player.seek(command.positionMs, by);
      return null;
    }
    case "setVolume":
      await player.setVolume(command.volume, by);
      return null;
    case "switchCamera":
      appliance.switchCamera(command.on, by);
      return null;
    case "setMood":
      room.overrule(command.affect, command.forMs);
      return null;
    case "letCameraLead":
      room.letCameraLead();
      return null;
    case "playPick":
    case "playTrack":
    case "otherPicks":
    case "wrongMood":
    case "block":
    case "undoCorrection":
    case "prefer":
      return "This daemon does not know how to do that yet.";
  }
}
