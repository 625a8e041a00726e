/** For who starts the daemon by hand; scripts/start, which installs and builds before, has a longer one of its own. */
export const usage = `node dist/src/daemon/main.js [OPTIONS]

Runs Mien as it is built. scripts/start installs and builds what is missing before.

  --camera SOURCE  where to look: auto, a device, a video file, a folder of images, or a camera's address
  --music DIR      a folder with your music
  --data DIR       where Mien keeps its database (otherwise ~/.local/share/mien)
  --port N         where the pages are served (otherwise 7373); 0 takes any free one
  --output NAME    the speaker: auto, null (no sound), or a name that mpv --audio-device=help lists
  --demo           the demo camera and the demo music, whatever else there is, and songs that change at once
  --help           this text, and nothing else happens

What is not given here comes from the settings.
`;
