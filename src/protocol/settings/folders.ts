import { Type } from "typebox";
import { settingsOf } from "./setting.ts";

const setting = settingsOf("Music");

/** Where music is, and how it is read. */
export const folderSettings = {
  musicFolders: setting(
    {
      title: "Music folders",
      help: "Folders with your music, as paths from / on; everything below them is read. With none, the demo pieces play.",
      ownerOnly: true,
    },
    Type.Array(Type.String({ pattern: "^/", maxLength: 4096 }), { default: [], maxItems: 32 }),
  ),
  rescanMinutes: setting(
    {
      title: "Looking through the music folders",
      help: "Changes are noticed at once where the system tells of them; folders in the network, and more folders than it can watch, are looked through this often. 0 never does.",
      unit: "minutes",
    },
    Type.Integer({ default: 60, minimum: 0, maximum: 10_080 }),
  ),
  analyseSound: setting(
    {
      title: "Mood from the sound",
      help: "All songs are listened to in the background, one at a time, those of unknown mood first. How one sounds counts where no tag, playlist, folder or person names its mood.",
    },
    Type.Boolean({ default: true }),
  ),
  uploadFolder: setting(
    {
      title: "Folder for uploads",
      help: "Where music goes that is sent by a browser or copied from a stick, as a path from / on. It belongs to the music folders by itself. Empty takes a folder beside the database.",
      ownerOnly: true,
    },
    Type.Union([Type.String({ pattern: "^/", maxLength: 4096 }), Type.Null()], { default: null }),
  ),
};
