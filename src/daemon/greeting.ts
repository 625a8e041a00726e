import type { Health } from "../protocol/health.ts";
import type { Settings } from "../protocol/settings.ts";
import type { AppState } from "../protocol/state.ts";
import type { Appliance } from "./appliance.ts";

/** The camera and the library mostly have their answer within a second or two; nobody is kept waiting for longer. */
const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 100;

export interface GreetingFacts {
  port: number;
  state: Pick<AppState, "camera" | "library" | "health">;
  settings: Pick<Settings, "cameraSource" | "musicFolders" | "output" | "openToNetwork">;
  /** Makes the page that is opened with it the appliance's own screen, once. */
  screenCode: string;
  /** The camera that vision has open, without a password. */
  source: string | null;
  /** Nobody has said yet where Mien stands. */
  awaitsSetup: boolean;
}

/** Of this appliance, as soon as there is something to say. `address` is where its door is. */
export async function firstWords(
  appliance: Pick<Appliance, "publisher" | "settings" | "vision" | "people" | "awaitsSetup">,
  address: string,
): Promise<string> {
  const { publisher, settings, vision, people, awaitsSetup } = appliance;
  await settled(() => publisher.state);
  const { state } = publisher;
  const source = vision.status && "source" in vision.status ? vision.status.source : null;
  const port = Number(new URL(address).port);
  const screenCode = people.screens.code;
  return greeting({ port, state, settings: settings.current, source, screenCode, awaitsSetup });
}

/** What whoever started Mien by hand has to know: where the pages are, what is seen and heard, how to end it. */
export function greeting(facts: GreetingFacts): string {
  const { port, state, settings, screenCode } = facts;
  return [
    `Open http://127.0.0.1:${port}/#kiosk=${screenCode}`,
    `  That browser becomes Mien's own screen. To look after Mien, open http://127.0.0.1:${port}/admin in another one.`,
    ...(settings.openToNetwork
      ? ["  Other devices in the network can open it too, by this machine's name."]
      : []),
    `  Camera: ${cameraWords(facts)}`,
    `  Music: ${musicWords({ state, settings })}`,
    `  Speaker: ${speakerWords({ state, settings })}`,
    "  Ctrl+C ends Mien.",
  ].join("\n");
}

/** Resolves when the camera and the library have said how they are, or when that takes too long. */
export async function settled(state: () => GreetingFacts["state"], patienceMs = PATIENCE_MS): Promise<void> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until && !hasSettled(state()))
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
}

function hasSettled({ camera, library, health }: GreetingFacts["state"]): boolean {
  // Where no camera is found, that is said first, and then the reel is opened.
  const seen = camera.looking || health.camera.state === "off" || (isIll(health.camera) && !camera.demo);
  // The demo pieces are read within a moment, and told by their number.
  const counted = library.tracks > 0 && !(library.demo && library.scan !== null);
  return (seen || isIll(health.vision)) && (counted || isIll(health.library));
}

function cameraWords({ state, settings, source, awaitsSetup }: GreetingFacts): string {
  const { camera, health } = state;
  if (awaitsSetup && health.camera.state === "off") return "none is opened until Mien is set up, on its page";
  if (isIll(health.vision)) return health.vision.detail;
  if (camera.resting) return "rests while Mien is closed";
  if (health.camera.state === "off") return "switched off";
  if (!camera.looking) return isIll(health.camera) ? health.camera.detail : "still being opened";
  if (!camera.demo) return source ?? settings.cameraSource;
  if (awaitsSetup && settings.cameraSource === "auto")
    return "none is opened until Mien is set up, on its page; a reel of photographs stands in";
  return settings.cameraSource === "auto"
    ? "a reel of photographs, as no camera is connected (--camera SOURCE names one)"
    : "a reel of photographs";
}

function musicWords({
  state: { library, health },
  settings,
}: Pick<GreetingFacts, "state" | "settings">): string {
  if (isIll(health.library)) return health.library.detail;
  // Not how many: the first few uploads may be among them.
  if (library.demo) return "the demo pieces (--music DIR plays your own)";
  const from = settings.musicFolders.join(", ") || "the folder for uploads";
  return library.scan
    ? `${from}, which is being read (${library.tracks} songs so far)`
    : `${library.tracks} songs in ${from}`;
}

function speakerWords({
  state: { library, health },
  settings,
}: Pick<GreetingFacts, "state" | "settings">): string {
  // That there is no song yet while the music is being read is no fault, and the speaker's least of all.
  const onlyWaits =
    isIll(health.player) &&
    health.player.reason === "nothing-playable" &&
    (library.scan !== null || library.tracks === 0);
  if (isIll(health.player) && !onlyWaits) return health.player.detail;
  return settings.output === "auto" ? "what the machine uses by itself" : settings.output;
}

function isIll(health: Health): health is Extract<Health, { detail: string }> {
  return health.state === "degraded" || health.state === "down";
}
