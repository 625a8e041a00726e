import { dirname, join } from "node:path";
import { FakeOutput } from "../player/testing-output.ts";
import type { Command } from "../protocol/messages.ts";
import type { Affect } from "../protocol/mood.ts";
import type { Pick, Track } from "../protocol/music.ts";
import type { Settings } from "../protocol/settings.ts";
import type { ExpressionProbs, Observation } from "../protocol/vision.ts";
import { seededRandom } from "../recommend/random.ts";
import { openTestStore, scannedFile, type TestStore } from "../store/testing.ts";
import { Appliance } from "./appliance.ts";
import { type Clock, systemClock } from "./clock.ts";
import { obey } from "./commands.ts";
import { cheapCosts } from "./people/testing.ts";
import { SettingsKeeper } from "./settings-keeper.ts";

export const silentLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface TestAppliance {
  appliance: Appliance;
  kept: TestStore;
  output: FakeOutput;
  remove(): Promise<void>;
}

/** The appliance with a real store, an output that goes by hand, and vision's stand-in. Not started. */
export async function makeTestAppliance(
  options: {
    overrides?: Partial<Settings>;
    /** Where it has been said to stand; null where nobody has. */
    stands?: Settings["stands"];
    /** What stands in for a camera, where there is one. */
    demoReel?: string;
    durationMs?: number;
    clock?: Clock;
    demoFolder?: string;
    previewSocket?: string;
    eveningFile?: string;
    askedFile?: string;
    /** The store of a daemon before. */
    kept?: TestStore;
  } = {},
): Promise<TestAppliance> {
  const kept = options.kept ?? (await openTestStore());
  // No camera is opened all the same, until there is an admin.
  if (options.stands !== null) await kept.store.settings.put({ stands: options.stands ?? "venue" });
  const settings = new SettingsKeeper({
    table: kept.store.settings,
    overrides: { musicFolders: ["/nowhere"], ...options.overrides },
    log: silentLog,
  });
  await settings.start();
  const output = new FakeOutput({ durationMs: options.durationMs ?? 180_000 });
  const appliance = new Appliance({
    store: kept.store,
    place: await kept.store.place(),
    settings,
    dataFolder: dirname(kept.file),
    speakers: (chosen) => [{ name: chosen, output }],
    vision: {
      entry: join(import.meta.dirname, "senses/vision-stand-in-main.js"),
      modelsFolder: "well",
      ...(options.previewSocket && { previewSocket: options.previewSocket }),
    },
    demo: { reel: options.demoReel ?? "/nowhere/reel", musicFolder: options.demoFolder ?? "/nowhere/music" },
    ...(options.eveningFile && { eveningFile: options.eveningFile }),
    ...(options.askedFile && { askedFile: options.askedFile }),
    random: seededRandom(1),
    clock: options.clock ?? systemClock,
    costs: cheapCosts,
    log: silentLog,
  });
  const remove = async () => {
    await appliance.stop();
    await kept.remove();
  };
  return { appliance, kept, output, remove };
}

/** Where songs of the tests stand. */
export const joy = { valence: 0.7, arousal: 0.55 };
export const gloom = { valence: -0.5, arousal: -0.35 };

export interface SomeSong {
  title: string;
  at: Affect;
  artist?: string;
  explicit?: boolean;
  language?: string;
  /** Of a file that is really there. */
  path?: string;
}

/** Songs by an artist each; `joy 0`, `gloom 1` and so on in turn. */
export function joyAndGloom(count: number): readonly SomeSong[] {
  return Array.from({ length: count }, (_, n) =>
    n % 2 ? { title: `gloom ${n}`, at: gloom } : { title: `joy ${n}`, at: joy },
  );
}

/** With these songs in its library and the first one playing. Nothing of it is on the disk: the output is a fake. */
export async function makePlayingAppliance(
  songs: readonly SomeSong[],
  options: Parameters<typeof makeTestAppliance>[0] = {},
): Promise<TestAppliance> {
  const made = await makeTestAppliance({
    ...options,
    overrides: { musicFolders: [], usualMood: joy, ...options.overrides },
  });
  const { player, room, store } = made.appliance;
  await store.library.put(
    songs.map(({ title, at, artist = `Artist of ${title}`, explicit = false, language, path }) =>
      scannedFile(path ?? `/songs/${title}.mp3`, {
        root: "/songs",
        track: {
          title,
          artists: artist === "" ? [] : [artist],
          explicit,
          languages: language === undefined ? [] : [language],
          affect: { point: at, confidence: 1, from: "tag" },
        },
      }),
    ),
  );
  room.start();
  made.appliance.follow();
  await player.start();
  return made;
}

/** What somebody at the screen asks of it, and sees. */
export function atScreen(under: () => TestAppliance) {
  const guest = { kind: "guest", sessionId: "g" } as const;
  return {
    guest,
    ask: (command: Command) => obey(under().appliance, command, guest),
    state: () => under().appliance.publisher.state,
    queued: () => under().appliance.player.queue.map(titleOf),
  };
}

/** One face in front of the camera, read as this. */
export function faceShowing(probs: ExpressionProbs, seq = 1): Observation {
  const box = { x: 0.3, y: 0.3, width: 0.4, height: 0.4 };
  const detections = [{ trackId: 1, box, score: 20, quality: 1, reading: { probs } }];
  return { cameraId: "x", seq, capturedAt: 0, tookMs: 1, detections };
}

/** The song that plays. */
export function playingOf({ appliance }: TestAppliance): Pick {
  const { actual } = appliance.player.state;
  if (actual.state !== "playing") throw new Error(`It is ${actual.state}.`);
  return actual.pick;
}

export function titleOf(pick: Pick | undefined): string {
  return pick?.item.kind === "track" ? pick.item.track.title : "";
}

export async function trackCalled({ appliance }: TestAppliance, title: string): Promise<Track> {
  const { tracks } = await appliance.store.library.list({ search: title, limit: 100, offset: 0 });
  const track = tracks.find((each) => each.title === title);
  if (track === undefined) throw new Error(`There is no ${title}.`);
  return track;
}
