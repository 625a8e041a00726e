import { Type } from "typebox";
import { settingsOf } from "./setting.ts";

const setting = settingsOf("People");

/** How long somebody who does nothing more counts as there. */
export const peopleSettings = {
  walkedAwaySeconds: setting(
    {
      title: "Signed out by walking away",
      help: "Without a face and without a touch for so long, whoever was signed in at the screen is signed out there. Where the camera is off, two minutes without a touch do it.",
      unit: "s",
    },
    Type.Integer({ default: 45, minimum: 10, maximum: 600 }),
  ),
  roomEmptyMinutes: setting(
    {
      title: "The room counts as empty",
      help: "Without a face and without a touch for so long, everybody who came by card or PIN has gone, and their turns with them. A sofa may be out of the camera's sight for a while.",
      unit: "min",
    },
    Type.Integer({ default: 10, minimum: 1, maximum: 240 }),
  ),
};
