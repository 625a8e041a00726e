import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { soundVersion } from "../../library/sound/estimate.ts";
import { SoundListener } from "../../library/sound/sound-listener.ts";
import type { Heard } from "../../library/sound/sound-messages.ts";
import { chords, drums, together, writeWav } from "../../library/sound/testing-sounds.ts";
import { temporaryFolder } from "../../library/testing-music.ts";
import type { TrackAffect } from "../../protocol/music.ts";
import type { Progress } from "../../protocol/state.ts";
import { StoreError } from "../../store/store.ts";
import { openTestStore, scannedFile, type TestStore } from "../../store/testing.ts";
import { systemClock } from "../clock.ts";
import { silentLog } from "../testing.ts";
import { SoundKeeper, type SoundKeeperOptions } from "./sound-keeper.ts";

const point = { valence: 0.3, arousal: -0.4 };
const estimated: Heard = {
  is: "estimated",
  estimate: { version: soundVersion, point, confidence: 0.4, features: { tempo: 90 } },
};

/** Answers at once what a test has in mind for a file, and notes what it was asked. */
class FakeListener {
  readonly asked: string[] = [];
  answers: Record<string, Heard[]> = {};
  async listen(path: string): Promise<Heard> {
    this.asked.push(path);
    return this.answers[path]?.shift() ?? estimated;
  }
  rest = vi.fn(async () => undefined);
  stop = vi.fn(async () => undefined);
}

let kept: TestStore;
let listener: FakeListener;
let keeper: SoundKeeper;
let told: (Progress | null)[];
beforeEach(async () => {
  kept = await openTestStore();
  listener = new FakeListener();
  told = [];
  keeper = makeKeeper();
});
afterEach(async () => {
  await keeper.stop();
  await kept.remove();
});

function makeKeeper(given: Partial<SoundKeeperOptions> = {}): SoundKeeper {
  const made: SoundKeeper = new SoundKeeper({
    library: kept.store.library,
    listener,
    mayWork: () => true,
    standIn: () => null,
    clock: systemClock,
    log: silentLog,
    onChange: () => told.push(made.progress),
    onEstimates: () => undefined,
    isBusy: () => false,
    yieldMs: 20,
    ...given,
  });
  return made;
}

/** Songs of which nobody says a mood, unless told otherwise. */
async function putSongs(paths: readonly string[], affect: TrackAffect | null = null): Promise<void> {
  await kept.store.library.put(paths.map((path) => scannedFile(path, { track: { affect } })));
}

const counts = () => kept.store.library.soundCounts({ version: soundVersion, without: null });
const affects = async () =>
  (await kept.store.library.list({ search: null, limit: 50, offset: 0 })).tracks.map(({ affect }) => affect);

test("every song is listened to once, and it is told how far that has come", async () => {
  await putSongs(["/music/a", "/music/b", "/music/c"]);
  keeper.look();
  await keeper.idle();
  expect(listener.asked.toSorted()).toEqual(["/music/a", "/music/b", "/music/c"]);
  expect(told.map((progress) => progress && `${progress.done} of ${progress.of}`)).toEqual([
    "0 of 3",
    "1 of 3",
    "2 of 3",
    null,
  ]);
  expect(await affects()).toEqual(Array(3).fill({ point, confidence: 0.4, from: "sound" }));
  expect(listener.rest).toHaveBeenCalled();
  keeper.look();
  await keeper.idle();
  expect(listener.asked).toHaveLength(3);
});

test("songs that come and go while it listens are counted anew", async () => {
  const songsIn = (folder: string, howMany: number) =>
    Array.from({ length: howMany }, (_, index) => `${folder}/${index}`);
  await putSongs([...songsIn("/demo", 3), ...songsIn("/own", 33)]);
  const { library } = kept.store;
  let batches = 0;
  const soundCounts: typeof library.soundCounts = async (query) => {
    if (++batches === 2) await library.keepOnly(["/own"]);
    return library.soundCounts(query);
  };
  keeper = makeKeeper({ library: { ...library, soundCounts } });
  keeper.look();
  await keeper.idle();
  expect(told[0]).toMatchObject({ done: 0, of: 36 });
  expect(told.at(-2)).toMatchObject({ of: 33 });
});

test("demo pieces that stand in for own music are neither counted nor listened to; their neighbours are", async () => {
  await putSongs(["/demo/a", "/demo/deep/b", "/demo-like/c", "/own/d"]);
  keeper = makeKeeper({ standIn: () => "/demo" });
  keeper.look();
  await keeper.idle();
  expect(listener.asked.toSorted()).toEqual(["/demo-like/c", "/own/d"]);
  expect(told.map((progress) => progress?.of)).toEqual([2, 2, undefined]);
});

test("songs that somebody says a mood of come last, and keep it", async () => {
  const tagged: TrackAffect = { point: { valence: 0.9, arousal: 0.9 }, confidence: 0.9, from: "tag" };
  await putSongs(["/music/tagged"], tagged);
  await putSongs(["/music/untagged"]);
  keeper.look();
  await keeper.idle();
  expect(listener.asked).toEqual(["/music/untagged", "/music/tagged"]);
  expect(await affects()).toContainEqual(tagged);
});

test("it goes on where it ended", async () => {
  await putSongs(["/music/a", "/music/b", "/music/c"]);
  const [first, second] = [listener, new FakeListener()];
  // The second song is still being listened to when it ends.
  const ended = new Promise<Heard>((resolve) => {
    first.stop.mockImplementation(async () => void resolve({ is: "crashed", reason: "Stopped." }));
  });
  const listen = first.listen.bind(first);
  first.listen = (path) => (first.asked.length === 0 ? listen(path) : ended);
  keeper.look();
  await expect.poll(async () => (await counts()).done).toBe(1);
  await keeper.stop();
  listener = second;
  keeper = makeKeeper();
  keeper.look();
  await keeper.idle();
  expect(second.asked).toHaveLength(2);
  expect(await counts()).toEqual({ done: 3, of: 3 });
});

test("a song that can't be listened to is not tried again with this version", async () => {
  await putSongs(["/music/broken", "/music/fine"]);
  listener.answers["/music/broken"] = [{ is: "failed", reason: "The file is silent." }];
  keeper.look();
  await keeper.idle();
  keeper.look();
  await keeper.idle();
  expect(listener.asked).toHaveLength(2);
  expect(await counts()).toEqual({ done: 2, of: 2 });
});

test("a song on which the thread dies is tried once more, then it is the song", async () => {
  const crashed: Heard = { is: "crashed", reason: "The thread ended." };
  await putSongs(["/music/once", "/music/twice"]);
  listener.answers = { "/music/once": [crashed], "/music/twice": [crashed, crashed] };
  keeper.look();
  await keeper.idle();
  expect(listener.asked).toHaveLength(4);
  expect((await affects()).filter((affect) => affect !== null)).toHaveLength(1);
  expect(await counts()).toEqual({ done: 2, of: 2 });
});

test("files that have gone are passed over, and kept for when they are back", async () => {
  await putSongs(Array.from({ length: 40 }, (_, index) => `/stick/${index}`));
  await putSongs(["/music/there"]);
  for (let index = 0; index < 40; index++) listener.answers[`/stick/${index}`] = [{ is: "gone" }];
  keeper.look();
  await keeper.idle();
  expect(listener.asked).toContain("/music/there");
  expect(await counts()).toEqual({ done: 1, of: 41 });
});

test("without ffmpeg no song is blamed, and it waits", async () => {
  await putSongs(["/music/a", "/music/b"]);
  listener.answers["/music/a"] = [{ is: "unable", detail: "ffmpeg can't be started." }];
  listener.answers["/music/b"] = [{ is: "unable", detail: "ffmpeg can't be started." }];
  const warn = vi.fn();
  keeper = makeKeeper({ log: { ...silentLog, warn } });
  keeper.look();
  await keeper.idle();
  expect(listener.asked).toHaveLength(1);
  expect(warn.mock.calls).toEqual([[{}, expect.stringMatching(/ffmpeg can't be started/)]]);
  expect(await counts()).toEqual({ done: 0, of: 2 });
  expect(told.at(-1)).toBeNull();
});

test("a store that takes nothing is waited for, and nothing else happens", async () => {
  await putSongs(["/music/a"]);
  const { library } = kept.store;
  const warn = vi.fn();
  keeper = makeKeeper({
    library: {
      awaitingSound: (query) => library.awaitingSound(query),
      soundCounts: (query) => library.soundCounts(query),
      putSound: () => Promise.reject(new StoreError("disk-full", "The disk is full: make room.")),
    },
    log: { ...silentLog, warn },
  });
  keeper.look();
  await keeper.idle();
  expect(warn).toHaveBeenCalledWith({}, expect.stringMatching(/disk is full/));
  expect(told.at(-1)).toBeNull();
});

test("while it may not work, nothing is read; when it may again, it goes on", async () => {
  let songs = 0;
  await putSongs(["/music/a", "/music/b", "/music/c"]);
  keeper = makeKeeper({ mayWork: () => listener.asked.length < songs });
  keeper.look();
  await keeper.idle();
  expect(listener.asked).toEqual([]);
  songs = 1;
  keeper.look();
  await keeper.idle();
  expect(listener.asked).toHaveLength(1);
  expect(told.at(-1)).toBeNull();
  songs = Number.POSITIVE_INFINITY;
  keeper.look();
  await keeper.idle();
  expect(await counts()).toEqual({ done: 3, of: 3 });
});

test("who looks while it comes to rest is not forgotten", async () => {
  await putSongs(["/music/a"]);
  let more: Promise<void> | null = null;
  listener.rest.mockImplementationOnce(async () => {
    more = putSongs(["/music/b"]);
    await more;
    keeper.look();
    return undefined;
  });
  keeper.look();
  await keeper.idle();
  expect(more).not.toBeNull();
  expect(listener.asked).toEqual(["/music/a", "/music/b"]);
});

test("it waits while the machine is busy", async () => {
  let busy = true;
  await putSongs(["/music/a"]);
  const isBusy = vi.fn(() => busy);
  keeper = makeKeeper({ isBusy });
  keeper.look();
  await expect.poll(() => isBusy.mock.calls.length).toBeGreaterThan(5);
  expect(listener.asked).toEqual([]);
  busy = false;
  await keeper.idle();
  expect(listener.asked).toHaveLength(1);
});

test("a machine that is always busy gets a song a minute", async () => {
  await putSongs(["/music/a", "/music/b"]);
  let now = 0;
  // Each look at the clock takes it 10 s on.
  const clock = { ...systemClock, monotonic: () => (now += 10_000) };
  keeper = makeKeeper({ isBusy: () => true, clock });
  keeper.look();
  await keeper.idle();
  expect(listener.asked).toHaveLength(2);
  expect(now).toBeGreaterThan(120_000);
});

test("new songs are told of, so that a library without a mood may have music", async () => {
  const onEstimates = vi.fn();
  await putSongs(Array.from({ length: 14 }, (_, index) => `/music/${index}`));
  keeper = makeKeeper({ onEstimates });
  keeper.look();
  await keeper.idle();
  expect(onEstimates).toHaveBeenCalledTimes(2);
});

test("a real song gets its mood from its sound, with what was heard in it", async () => {
  const path = join(await temporaryFolder(), "song.wav");
  const parts = [drums({ bpm: 132, seconds: 20 }), chords({ tonic: 9, mode: "minor", seconds: 20 })];
  await putSongs([await writeWav(path, together(...parts))]);
  keeper = makeKeeper({ listener: new SoundListener() });
  keeper.look();
  await keeper.idle();
  const [affect] = await affects();
  expect(affect?.from).toBe("sound");
  const [track] = (await kept.store.library.list({ search: null, limit: 1, offset: 0 })).tracks;
  const sound = await kept.store.library.sound(track?.id ?? "");
  expect(sound).toMatchObject({ version: soundVersion, features: { tonic: 9 } });
});
