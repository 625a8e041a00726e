import { Type } from "typebox";
import { settingsOf } from "./setting.ts";

const setting = settingsOf("Place");

/** Where the appliance stands. Asked at the first start; what the law says about cameras goes by it. */
export const placeSettings = {
  placeName: setting(
    {
      title: "What this place is called",
      help: "As “Kitchen” or “Café Luna”. It stands on guests' phones and on the notice for the door.",
    },
    Type.String({ minLength: 1, maxLength: 80, pattern: "\\S", default: "Mien" }),
  ),
  stands: setting(
    {
      title: "Where Mien stands",
      help: "At home the screen may show tiles of the people who allowed it; elsewhere no name is ever listed. In a workplace or a school the camera stays off: inferring the emotions of staff or pupils is forbidden in the EU (AI Act, Art. 5(1)(f)).",
    },
    Type.Union(
      [
        Type.Literal("home"),
        Type.Literal("venue"),
        Type.Literal("workplace"),
        Type.Literal("school"),
        Type.Null(),
      ],
      { default: null },
    ),
  ),
  timeZone: setting(
    {
      title: "Time zone",
      help: "By which the hours go, as Europe/Berlin. Empty takes the machine's own.",
    },
    Type.Union(
      [Type.String({ pattern: "^[A-Za-z_]+(/[A-Za-z0-9_+-]+){0,2}$", maxLength: 64 }), Type.Null()],
      {
        default: null,
      },
    ),
  ),
  screenLanguages: setting(
    {
      title: "Languages of the screens",
      help: "Those that the screens offer, the first one at rest. With none, all that Mien knows.",
    },
    Type.Array(
      Type.Union([
        Type.Literal("en"),
        Type.Literal("de"),
        Type.Literal("fr"),
        Type.Literal("es"),
        Type.Literal("hi"),
        Type.Literal("ar"),
        Type.Literal("zh"),
      ]),
      { default: [], maxItems: 7, uniqueItems: true },
    ),
  ),
};
