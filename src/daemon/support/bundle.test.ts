import { join, resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { bundleText } from "./bundle.ts";
import { hardwareFacts } from "./hardware.ts";
import { scrub } from "./scrub.ts";
import { vocabularyOf } from "./vocabulary.ts";

let known: ReadonlySet<string>;
beforeAll(async () => {
  known = await vocabularyOf([join(resolve(import.meta.dirname, "../../.."), "src")]);
});

/** All of it somebody's, and none of it in any program of Mien's. */
const planted = {
  person: "Zorbanella Quixfeld",
  song: "Glimmertide Waltzing Backwards",
  artist: "The Umberlicht Quartett",
  pin: "483920",
  cookie: "s%3AkQ9vZx77pLmN",
  path: "/home/zorba/Musik/Wedding of Klothilde/01 Glimmertide.mp3",
  network: "klothilde-wifi-5G",
  camera: "rtsp://zorba:Geheim99@192.168.178.23:554/live?user=x",
  mail: "zorba@quixfeld.example",
  card: "04:A2:2B:91:7C:55:80",
  uuid: "0190a6e0-1234-7abc-8def-0123456789ab",
};
const traces =
  /zorba|quixfeld|glimmertide|waltzing|umberlicht|quartett|483920|kQ9v|musik|klothilde|wedding|geheim|192\.168|554|04:A2|7C:55|0190a6e0|1234/i;

test("what Mien's programs can say is known, and what only its pages say is not: they write no log", () => {
  expect(known.has("camera")).toBe(true);
  for (const word of ["einstellungen", "stimmung", "réglages"])
    expect([word, known.has(word)]).toEqual([word, false]);
});

const line = (entry: object) => JSON.stringify({ level: 30, time: 1_795_000_000_000, ...entry });

test("whatever was planted in log, settings and health, none of it is in the bundle", async () => {
  const log = [
    ...Object.values(planted).flatMap((secret) => [
      line({ msg: `a song can't be listened to: ${secret}` }),
      line({ msg: secret, path: secret, reason: secret, setting: secret, pin: Number(planted.pin) }),
      line({
        msg: "a bug",
        err: { type: secret, message: `no ${secret}`, stack: `Error: ${secret}\n    at ${secret}` },
      }),
      `mpv: ${secret} could not be opened`,
      secret,
      `{"msg":"cut off ${secret}`,
    ]),
    line({
      msg: "request failed",
      cookie: planted.cookie,
      card: 483920,
      id: planted.uuid,
      session: planted.uuid,
    }),
  ];
  const text = await bundleText({
    version: "0.1.0",
    programs: {},
    hardware: {},
    health: {
      components: {
        camera: {
          state: "down",
          reason: "camera-absent",
          detail: `Nobody answers at ${planted.camera}.`,
          since: 1,
          retryAt: null,
        },
      },
      vision: { camera: { state: "down", source: planted.camera }, faces: 2 },
      player: { output: `alsa/${planted.network}` },
      library: { tracks: 3 },
    } as never,
    settings: {
      cameraSource: planted.camera,
      musicFolders: [planted.path],
      uploadFolder: planted.path,
      openingHours: [{ days: [1] }],
      madeUp: planted.person,
      output: `pulse/${planted.network}`,
    },
    log,
    known,
  });
  expect(text.match(traces)?.[0]).toBeUndefined();
});

test("what helps to find a fault stays", async () => {
  const stack =
    "Error: no\n    at Player.next (file:///opt/mien/current/dist/src/player/player.js:12:34)\n    at node:events:5:6";
  const text = await bundleText({
    version: "0.1.0",
    programs: { mpv: "0.35.1" },
    hardware: {},
    health: null,
    settings: {
      policy: "lift",
      volume: 0.5,
      cameraSource: "auto",
      musicFolders: ["/a", "/b"],
      backupAt: "03:30",
    },
    log: [
      line({ msg: "vision ended", code: 1, signal: "SIGKILL", waitMs: 500 }),
      line({ msg: "There is no room to write to /var/lib/mien/mien.db. Free some space on its disk." }),
      line({ msg: "a bug", err: { type: "TypeError", message: "no", stack } }),
    ],
    known,
  });
  expect(text).toContain('"msg":"vision ended","code":1,"signal":"SIGKILL","waitMs":500');
  expect(text).toContain("There is no room to write to … Free some space on its disk.");
  expect(text).toContain('"at":["dist/src/player/player.js:12:34","node:events:5:6"]');
  expect(text).toMatch(
    /"policy": "lift",\s+"volume": 0.5,\s+"cameraSource": "auto",\s+"musicFolders": "2 entries"/,
  );
  expect(text).toContain('"backupAt": "03:30"');
  expect(text).toContain('"type":"TypeError"');
  expect(text).toContain('"mpv": "0.35.1"');
});

test("the machine is told by its kind, and not by its name or number", async () => {
  const facts = await hardwareFacts();
  expect(facts).toMatchObject({ architecture: process.arch, cpus: expect.any(Number) });
  expect(JSON.stringify(facts)).not.toMatch(/serial|hostname|[\da-f]{2}(:[\da-f]{2}){5}/i);
});

test("codes of the system stay, however they are spelled", () => {
  expect(scrub("EACCES, SQLITE_IOERR_SHMSIZE after 12 ms and 483920", known)).toBe(
    "EACCES, SQLITE_IOERR_SHMSIZE after 12 ms and …",
  );
});
