// For safe-mode: "closed", or "open" and how loud mpv is to be, by the settings that safe-settings.mjs has printed, which
// come on stdin. As the daemon would reckon it now, a clock that nobody has set included.
import { readFileSync } from "node:fs";
import { systemClock } from "../dist/src/daemon/clock.js";
import { ClockTrust } from "../dist/src/daemon/clock-trust.js";
import { HoursKeeper } from "../dist/src/daemon/music/hours-keeper.js";
import { isTimeZone } from "../dist/src/daemon/people/setup.js";
import { mpvVolume } from "../dist/src/player/volume/loudness.js";

/** Nobody can turn it down in the safe mode: no louder than this, however loud it was to begin. */
const loudest = 0.5;

const given = readFileSync(0, "utf8");
// Nothing is known: safe-mode goes by what it has.
if (given.trim() === "") process.exit();
const settings = JSON.parse(given);
if (settings.timeZone !== null && isTimeZone(settings.timeZone)) process.env.TZ = settings.timeZone;

const trust = new ClockTrust({ now: systemClock.now, onTrusted: () => undefined });
await trust.start();
trust.stop();
const { open, volume } = new HoursKeeper({
  settings: () => ({ ...settings, volume: Math.min(settings.volume, loudest) }),
  trusted: () => trust.trusted,
  clock: systemClock,
});
console.log(open ? `open ${Math.round(mpvVolume(volume, 0, 1))}` : "closed");
