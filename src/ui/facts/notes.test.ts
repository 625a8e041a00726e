import { expect, test } from "vitest";
import type { Health, HealthReason } from "../../protocol/health.ts";
import { someState } from "../testing-state.ts";
import { words } from "../words/words.ts";
import { demoNotes, forGuests, healthNotes } from "./notes.ts";

const { health } = someState();
const usb = { wanted: "on", kind: "v4l2" } as const;
const bad = (reason: HealthReason, state: "down" | "degraded" = "down"): Health => ({
  state,
  reason,
  detail: "what the daemon says",
  since: 0,
  retryAt: null,
});

test("nothing is said while all is well or starting", () => {
  expect(healthNotes({ ...health, vision: { state: "starting" } }, usb)).toEqual([]);
});

test("each trouble says what it is and what to do, without the daemon's technical sentence", () => {
  const [note] = healthNotes({ ...health, camera: bad("camera-unplugged") }, usb);
  expect(note).toEqual({
    component: "camera",
    reason: "camera-unplugged",
    severity: "down",
    what: "The camera is gone.",
    cure: "Plug it in again; it is noticed by itself.",
  });
});

test("a folder that is missing is called by its name, where that is known", () => {
  const missing = bad("folder-missing", "degraded");
  const what = (library: Health) => healthNotes({ ...health, library }, usb)[0]?.what;
  expect(what({ ...missing, named: "Lieder" } as Health)).toBe("A music folder is missing: Lieder.");
  expect(what(missing)).toBe("A music folder is missing.");
});

test("what is down comes before what is degraded, and sound before sight", () => {
  const notes = healthNotes(
    {
      ...health,
      store: bad("disk-full", "degraded"),
      vision: bad("vision-crashed"),
      camera: bad("camera-stuck"),
      library: bad("folder-missing", "degraded"),
      player: bad("mpv-gone"),
    },
    usb,
  );
  expect(notes.map(({ component }) => component)).toEqual(["player", "camera", "vision", "library", "store"]);
});

test("a camera that somebody closed is no trouble", () => {
  expect(healthNotes({ ...health, camera: bad("camera-unplugged") }, { ...usb, wanted: "off" })).toEqual([]);
  const off: Health = { state: "off", by: { kind: "guest", sessionId: "s" } };
  expect(healthNotes({ ...health, camera: off }, usb)).toEqual([]);
});

test.each([
  [
    "images",
    "camera-unreadable",
    "The folder of pictures for the camera holds none that can be read.",
    /^Put pictures into it/,
  ],
  ["file", "camera-absent", "The film for the camera is not there.", /^Put it back/],
  ["recording", "camera-ended", "The recording for the camera has come to its end.", /^Choose another/],
  ["rtsp", "camera-stuck", "The network camera has stopped sending.", /check the network/],
  ["mjpeg", "camera-unplugged", "The network camera is gone.", /in the same network/],
  ["v4l2", "camera-absent", "No camera is found.", /^Plug one in/],
] as const)("the cure for a camera is one for what it is: %s, %s", (kind, reason, what, cure) => {
  const [note] = healthNotes({ ...health, camera: bad(reason) }, { wanted: "on", kind });
  expect(note).toMatchObject({ what, cure: expect.stringMatching(cure) });
});

test("of a camera that nobody can plug in nothing speaks of a plug", () => {
  const said = Object.values(words.cameraTroubles).flatMap((troubles) => Object.values(troubles));
  expect(said).toHaveLength(25);
  for (const { what, cure } of said) expect(`${what} ${cure}`).not.toMatch(/plug|program/i);
});

test("a reason that this page does not know is still a trouble", () => {
  const [note] = healthNotes({ ...health, player: bad("struck-by-lightning" as HealthReason) }, usb);
  expect(note).toMatchObject({ what: "Something is not right.", cure: "Mien keeps trying by itself." });
});

test("stand-ins are named, and so is a scan", () => {
  const { camera, library, player } = someState();
  expect(demoNotes(someState())).toEqual([]);
  expect(
    demoNotes(
      someState({
        camera: { ...camera, demo: true },
        library: { ...library, demo: true, scan: { done: 3, of: 40, leftMs: null } },
        player: { ...player, output: "null" },
      }),
    ),
  ).toEqual(["demo photographs", "demo music", "playing without sound", "Reading your music: 3 of 40 files"]);
});

test("a volume of nothing is told where no slider shows it, and not a moment longer", () => {
  const { player } = someState();
  expect(demoNotes(someState({ player: { ...player, volume: 0 } }))).toEqual(["muted"]);
  expect(demoNotes(someState({ player: { ...player, volume: 0.01 } }))).toEqual([]);
});

test("a missing sound card is said once, with what to do", () => {
  const state = someState({
    player: { ...someState().player, output: "null" },
    health: { ...health, player: bad("output-missing", "degraded") },
  });
  expect(demoNotes(state)).toEqual([]);
  expect(healthNotes(state.health, usb)[0]?.what).toBe("No sound card: playing without sound.");
});

test("guests are told what they notice themselves, and no work for somebody else", () => {
  const notes = healthNotes({ ...health, camera: bad("camera-unplugged"), store: bad("disk-full") }, usb);
  expect(notes.map(({ component }) => component)).toEqual(["camera", "store"]);
  expect(forGuests(notes)).toMatchObject([{ component: "camera", what: "The camera is gone.", cure: "" }]);
});

test("guests are told that a backup took the place of the database, without its owner's work", () => {
  const notes = healthNotes({ ...health, store: bad("database-replaced", "degraded") }, usb);
  expect(forGuests(notes)).toMatchObject([
    { component: "store", what: "The database was damaged, and a backup took its place.", cure: "" },
  ]);
});

test("guests are told that an empty database took its place, where no backup was whole", () => {
  const notes = healthNotes({ ...health, store: bad("database-emptied", "degraded") }, usb);
  const what = "The database was damaged, and an empty one took its place: no backup was whole.";
  expect(forGuests(notes)).toMatchObject([{ component: "store", what, cure: "" }]);
});

test.each(["disk-full", "store-unavailable", "database-restored", "restore-failed"] as const)(
  "what costs the history alone, or was an admin's wish, is the owner's: %s",
  (reason) => {
    const notes = healthNotes({ ...health, store: bad(reason, "degraded"), disk: bad("disk-low") }, usb);
    expect(notes).toHaveLength(2);
    expect(forGuests(notes)).toEqual([]);
  },
);
