import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { silentWav } from "../src/player/devices/silence.ts";
import { MpvIpc } from "../src/player/mpv/mpv-ipc.ts";
import type { Settings } from "../src/protocol/settings.ts";
import { openStore } from "../src/store/open.ts";
import { findProcess } from "./processes.ts";
import { bash, fill, folder, root, setUp, tearDown, write } from "./shell-folder.ts";

// Music without the daemon, with a program in mpv's place that writes down what it is told, and looks each second. Where
// it matters what mpv can play, it is mpv itself.

let running: ChildProcess;
let said: string;

beforeEach(() => {
  setUp();
  said = "";
  for (const name of ["bin", "data/music", "other", "build/demo/music", "run"])
    mkdirSync(join(folder, name), { recursive: true });
  cpSync(join(root, "systemd"), join(folder, "systemd"), { recursive: true });
  symlinkSync(process.execPath, join(folder, "bin/node"));
  for (const name of ["dist", "node_modules", "package.json"])
    symlinkSync(join(root, name), join(folder, name));
  for (const name of ["data/music/uploaded", "other/owned", "build/demo/music/demo"])
    write(`${name}.mp3`, "x".repeat(100_000));
  bash(
    `sed -i 's#^data=.*#data="${folder}/data"#; s/^look_every=.*/look_every=1 list_within=2/; s/sleep 5$/sleep 0.2/' systemd/safe-mode`,
  );
  giveMpv("exec sleep 600");
  // No mpv of anybody else's is ended.
  give("pkill", "exit 1");
});

afterEach(async () => {
  if (running.exitCode === null && running.signalCode === null) {
    process.kill(-(running.pid as number), "SIGKILL");
    await once(running, "exit");
  }
  tearDown();
});

function give(program: string, script: string): void {
  write(`bin/${program}`, `#!/bin/bash\n${script}\n`);
  bash(`chmod +x bin/${program}`);
}

/** "auto 50 demo.mp3": the speaker, how loud, and what is on its list. The silence that asks a speaker has no list. */
function giveMpv(then: string): void {
  const told = (word: string) => `$(printf '%s\\n' "$@" | sed -n 's/^--${word}=//p')`;
  give(
    "mpv",
    `[[ $* != *--demuxer=rawaudio* ]] || exit 0
     echo "${told("audio-device")} ${told("volume")} $(xargs -n 1 basename <"${told("playlist")}")" >>"${folder}/played"
     trap 'echo ended >>"${folder}/played"' TERM
     ${then}`,
  );
}

async function choose(settings: Partial<Settings>): Promise<void> {
  const store = await openStore({ file: join(folder, "data/mien.db"), log: { warn: () => undefined } });
  await store.settings.put(settings);
  await store.close();
}

function start(): void {
  running = spawn(join(folder, "systemd/safe-mode"), {
    env: {
      ...process.env,
      RUNTIME_DIRECTORY: join(folder, "run"),
      PATH: `${folder}/bin:${process.env.PATH}`,
    },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, to be ended as a whole.
    detached: true,
  });
  for (const stream of [running.stdout, running.stderr])
    stream?.on("data", (chunk) => {
      said += chunk;
    });
}

function played(): string[] {
  const file = join(folder, "played");
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Waited in vain for ${what}. It said: ${said}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** In the place of the owner's hours by the clock, which a test can't wait for. */
const sayOfHours = (word: string) => write("hours", `${word}\n`);
function goByWhatIsSaid(word: string): void {
  write(
    "systemd/safe-hours.mjs",
    `import { readFileSync } from "node:fs";\nconsole.log(readFileSync("${folder}/hours", "utf8").trim());\n`,
  );
  sayOfHours(word);
}

test("the owner's music plays on the owner's speaker, no louder than half", async () => {
  await choose({ musicFolders: [join(folder, "other")], output: "alsa/box", volume: 0.9 });
  start();
  await until("the music", () => played().length > 0);
  expect(played()).toEqual(["alsa/box 50 owned.mp3"]);
});

test("whatever can't be read of the settings, there is music", async () => {
  write("data/mien.db", "no database at all");
  start();
  await until("the music", () => played().length > 0);
  expect(played()).toEqual(["auto 50 uploaded.mp3"]);
});

test("a card that takes no writes any more has the owner's music and speaker all the same", async ({
  skip,
}) => {
  await choose({ musicFolders: [join(folder, "other")], output: "alsa/box" });
  const data = join(folder, "data");
  const mounted = bash(`mount --bind "${data}" "${data}" && mount -o remount,bind,ro "${data}"`);
  if (mounted.status !== 0) return skip("this user may mount nothing");
  try {
    start();
    await until("the music", () => played().length > 0);
    expect(played()).toEqual(["alsa/box 50 owned.mp3"]);
    expect(readdirSync(join(folder, "run"))).toEqual(["safe-mode.m3u"]);
  } finally {
    bash(`umount -l "${data}"`);
  }
});

test("a folder in memory without room for the list keeps no music back", async ({ skip }) => {
  const run = join(folder, "run");
  if (!fill(run)) return skip("this user may mount no disk");
  try {
    start();
    await until("the music", () => played().length > 0);
    expect(played()).toEqual(["auto 50 uploaded.mp3"]);
  } finally {
    bash(`umount -l "${run}"`);
  }
});

test("the daemon's next start is a real one, however many were still to fail for a hung one", async () => {
  write("run/fails-at-once", "2");
  start();
  await until("the music", () => played().length > 0);
  expect(existsSync(join(folder, "run/fails-at-once"))).toBe(false);
});

test("it does not end where mpv does: the daemon's next try would be put off each time", async () => {
  giveMpv("exit 2");
  start();
  await until("some tries", () => played().length >= 8);
  expect([running.exitCode, running.signalCode]).toEqual([null, null]);
});

test("another speaker is tried where the owner's can't be opened", async () => {
  await choose({ output: "alsa/box" });
  giveMpv("[[ $* != *=alsa/box* ]] || exit 2; exec sleep 600");
  start();
  await until("the music", () => played().length >= 2);
  expect(played()).toEqual(["alsa/box 50 uploaded.mp3", "auto 50 uploaded.mp3"]);
});

test("no louder than the owner lets anybody make it at this hour, and no louder than it begins", async () => {
  const quietHours = [{ days: [0, 1, 2, 3, 4, 5, 6], from: "00:00", to: "00:00", ceiling: 0.2 }];
  await choose({ quietHours, volumeRange: { floor: 0, ceiling: 0.4 } });
  start();
  await until("the music", () => played().length > 0);
  expect(played()).toEqual(["auto 20 uploaded.mp3"]);
});

test("while somebody has stopped it for a time it keeps still, and plays after that", async () => {
  // Two programs have to be started until then, beside whatever else the machine does.
  await choose({ temporaryStop: { until: Date.now() + 40_000 } });
  start();
  await until("its words", () => said.includes("nothing is played"));
  expect(played()).toEqual([]);
  await until("the music", () => played().length > 0);
  // Whatever it does, the daemon's next start goes by this.
  expect(existsSync(join(folder, "run/safe-mode.m3u"))).toBe(true);
});

test("on a day without opening hours it keeps still, in the time zone that the owner chose", async () => {
  // Two zones that are never on the same day.
  const dayIn = (timeZone: string) =>
    ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"].indexOf(
      new Intl.DateTimeFormat("en", { weekday: "short", timeZone }).format(Date.now()),
    );
  const [here, there] = ["Etc/GMT+12", "Etc/GMT-14"];
  const openingHours = [{ days: [dayIn(there)], from: "00:00", to: "00:00" }];
  await choose({ timeZone: here, openingHours });
  start();
  await until("its words", () => said.includes("nothing is played"));
  expect(played()).toEqual([]);
});

test("the music ends when it closes, begins when it opens, and follows the volume of the hour", async () => {
  goByWhatIsSaid("open 40");
  start();
  await until("the music", () => played().length === 1);
  sayOfHours("closed");
  await until("its end", () => said.includes("nothing is played"));
  sayOfHours("open 40");
  await until("the music again", () => played().length === 2);
  sayOfHours("open 10");
  await until("less of it", () => played().length === 3);
  // Louder it is from the next time on, and an answer that is none changes nothing.
  sayOfHours("open 30");
  await new Promise((done) => setTimeout(done, 3_000));
  sayOfHours("open the door");
  await new Promise((done) => setTimeout(done, 3_000));
  expect(played().map((line) => line.split(" ")[1])).toEqual(["40", "40", "10"]);
});

test("a folder that hangs does not keep the others from their turn", async () => {
  await choose({ musicFolders: [join(folder, "hangs"), join(folder, "other")] });
  give("find", `[[ $2 != */hangs ]] || exec sleep 600; exec /usr/bin/find "$@"`);
  rmSync(join(folder, "data/music"), { recursive: true });
  start();
  await until("the music", () => played().length > 0);
  expect(played()).toEqual(["auto 50 owned.mp3"]);
});

describe("with a real mpv", () => {
  /** Plays in time and unheard while there is a speaker; without one it finds none. */
  beforeEach(() => {
    const mpv = bash("command -v mpv").said.trim();
    give(
      "mpv",
      `[[ -e "${folder}/speaker" ]] && speaker=--ao=null || speaker=--audio-device=alsa/none
       [[ $* == *--demuxer=rawaudio* ]] || echo "$(sed -n 's#.*/##p' "$RUNTIME_DIRECTORY/safe-mode.m3u" | sort | xargs)" >>"${folder}/played"
       exec ${mpv} "$@" "$speaker" --input-ipc-server="${folder}/mpv.sock"`,
    );
    write("speaker", "");
    rmSync(join(folder, "build/demo/music/demo.mp3"));
    writeSong("build/demo/music/demo.wav");
  });

  const writeSong = (path: string) => writeFileSync(join(folder, path), silentWav(60_000));
  const rubbish = (path: string) => writeFileSync(join(folder, path), randomBytes(100_000));

  /** The song that mpv is in the middle of. */
  async function sounding(): Promise<string | null> {
    const ipc = await MpvIpc.connect(join(folder, "mpv.sock"));
    if (ipc === null) return null;
    const [name, position] = await Promise.all(
      ["filename", "audio-pts"].map((property) => ipc.request(["get_property", property])),
    );
    ipc.close();
    return Number(position?.data) > 0 ? String(name?.data) : null;
  }

  test("the demo pieces sound where nothing before them can be played", async () => {
    await choose({ musicFolders: [join(folder, "other")] });
    for (const name of ["other/owned.mp3", "other/too.flac", "data/music/uploaded.mp3"]) rubbish(name);
    start();
    await until("the demo piece", async () => (await sounding()) === "demo.wav");
    expect(said).toContain(`No song in ${folder}/other can be played.`);
  });

  test("one song that can be played is enough for its folder to be kept", async () => {
    for (let n = 0; n < 9; n++) rubbish(`data/music/${n}.mp3`);
    writeSong("data/music/whole.wav");
    start();
    await until("the whole one", async () => (await sounding()) === "whole.wav");
    expect(new Set(played()).size).toBe(1);
  });

  test("a library in which nothing can be played holds the demo pieces up for no longer than 200 songs take", async () => {
    bash(`for n in {1..1000}; do head -c 66000 /dev/zero >"data/music/$n.mp3"; done`);
    start();
    await until("the demo piece", async () => (await sounding()) === "demo.wav");
    expect(new Set(played().map((line) => line.split(" ").length))).toEqual(new Set([200, 1]));
  });

  test("while there is no speaker no other folder takes the owner's place, and with the speaker comes the owner's music", async () => {
    rmSync(join(folder, "speaker"));
    await choose({ musicFolders: [join(folder, "other")] });
    rmSync(join(folder, "other/owned.mp3"));
    writeSong("other/owned.wav");
    start();
    await until("some tries", () => played().length >= 3);
    write("speaker", "");
    await until("the owner's music", async () => (await sounding()) === "owned.wav");
    expect(new Set(played())).toEqual(new Set(["owned.wav"]));
    expect(said).toContain("No speaker can be opened.");
  });

  test("where the kernel ends mpv, the owner's music begins again", async () => {
    await choose({ musicFolders: [join(folder, "other")] });
    writeSong("other/owned.wav");
    start();
    await until("the owner's music", async () => (await sounding()) === "owned.wav");
    process.kill(findProcess(running.pid as number, /mpv\.sock/) as number, "SIGKILL");
    await until("it again", async () => played().length === 2 && (await sounding()) === "owned.wav");
    expect(new Set(played()).size).toBe(1);
  });

  test("a round in which nothing could be played is followed by a pause", async () => {
    for (const name of ["data/music/uploaded.mp3", "build/demo/music/demo.wav"]) rubbish(name);
    bash(`sed -i 's/sleep 0.2$/sleep 600/' systemd/safe-mode`);
    start();
    await until("the whole round", () => said.includes("build/demo/music can be played"));
    await until("the pause", () => findProcess(running.pid as number, /sleep 600/) !== undefined);
    // The first one twice: the second time it is known that there is a speaker.
    expect(played()).toEqual(["uploaded.mp3", "uploaded.mp3", "demo.wav"]);
  });
});
