import { expect, test } from "vitest";
import type { Health } from "../protocol/health.ts";
import { type GreetingFacts, greeting, settled } from "./greeting.ts";
import { someState } from "./testing-state.ts";

const ill = (detail: string): Health => ({
  state: "down",
  reason: "camera-unreadable",
  detail,
  since: 0,
  retryAt: null,
});
const well: GreetingFacts = {
  port: 7373,
  screenCode: "once",
  source: "/dev/video0",
  awaitsSetup: false,
  settings: { cameraSource: "auto", musicFolders: ["/home/me/Music"], output: "auto", openToNetwork: false },
  state: {
    camera: { ...someState.camera, looking: true },
    library: { ...someState.library, tracks: 312 },
    health: { ...someState.health, camera: { state: "ok" }, library: { state: "ok" } },
  },
};

test("where to look, what is seen and heard, and how to end it", () => {
  expect(greeting(well).split("\n")).toEqual([
    "Open http://127.0.0.1:7373/#kiosk=once",
    "  That browser becomes Mien's own screen. To look after Mien, open http://127.0.0.1:7373/admin in another one.",
    "  Camera: /dev/video0",
    "  Music: 312 songs in /home/me/Music",
    "  Speaker: what the machine uses by itself",
    "  Ctrl+C ends Mien.",
  ]);
});

test("what stands in for a camera and for music is called so, with what names others", () => {
  const { settings, state } = well;
  const words = greeting({
    ...well,
    settings: { ...settings, musicFolders: [] },
    state: {
      ...state,
      camera: { ...state.camera, demo: true },
      library: { ...state.library, tracks: 28, demo: true },
    },
  });
  expect(words).toMatch(/Camera: a reel of photographs, as no camera is connected.*--camera/);
  expect(words).toMatch(/Music: the demo pieces.*--music DIR/);
  const scan = { done: 23, of: 28, leftMs: null };
  const halfRead = { ...state, library: { ...state.library, tracks: 23, demo: true, scan } };
  expect(greeting({ ...well, state: halfRead })).toMatch(/Music: the demo pieces.*--music DIR/);
});

test("what is wrong is said in its own words", () => {
  const { state } = well;
  const health = {
    ...state.health,
    camera: ill("/dev/video0 does not open: close the other program."),
    library: ill("No music files in /home/me/Music: the demo pieces play."),
  };
  const words = greeting({
    ...well,
    state: { ...state, camera: { ...state.camera, looking: false }, health },
  });
  expect(words).toContain("Camera: /dev/video0 does not open: close the other program.");
  expect(words).toContain("Music: No music files in /home/me/Music: the demo pieces play.");
});

test("that no song was found before any was read is not said of the speaker", () => {
  const { state } = well;
  const player: Health = {
    state: "down",
    reason: "nothing-playable",
    detail: "The picker found no song; look at the music folders in the settings.",
    since: 0,
    retryAt: null,
  };
  const health = { ...state.health, player };
  const reading = { ...state.library, tracks: 0, scan: { done: 0, of: 12, leftMs: null } };
  const words = greeting({ ...well, state: { ...state, library: reading, health } });
  expect(words).toContain("Music: /home/me/Music, which is being read (0 songs so far)");
  expect(words).toContain("Speaker: what the machine uses by itself");
  expect(greeting({ ...well, state: { ...state, health } })).toContain("Speaker: The picker found no song");
});

test("nobody is kept waiting for a camera that takes long", async () => {
  const opening = { ...well.state, camera: someState.camera, health: someState.health };
  const begun = performance.now();
  await settled(() => opening, 200);
  expect(performance.now() - begun).toBeGreaterThanOrEqual(190);
  expect(greeting({ ...well, state: opening })).toContain("Camera: still being opened");
});

test("that no camera was found is not the last word: the reel is waited for", async () => {
  const looks = [
    {
      ...well.state,
      camera: { ...someState.camera, demo: true },
      health: { ...well.state.health, camera: ill("None.") },
    },
    well.state,
  ];
  let asked = 0;
  await settled(() => looks[Math.min(asked++, 1)] ?? well.state, 5_000);
  expect(asked).toBe(2);
});

test("until Mien is set up it says that no camera is opened, whether photographs stand in or none do", () => {
  const { state } = well;
  const off: Health = { state: "off", by: { kind: "system" } };
  const health = { ...state.health, camera: off };
  const resting = { ...state, camera: { ...state.camera, resting: true, looking: false } };
  expect(greeting({ ...well, state: resting })).toContain("rests while Mien is closed");
  const closed = { ...well, awaitsSetup: true, state: { ...state, health } };
  expect(greeting(closed)).toContain("Camera: none is opened until Mien is set up");
  const demo = { ...state.camera, demo: true, looking: true };
  expect(greeting({ ...well, awaitsSetup: true, state: { ...state, camera: demo } })).toMatch(
    /Camera: none is opened until Mien is set up, on its page; a reel of photographs stands in/,
  );
});
