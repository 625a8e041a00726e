import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Command } from "../../../protocol/messages.ts";
import { asGuest, newBrowser, newSecureBrowser } from "../testing/browsers.ts";
import { type Browser, type SeatedServer, seatServer } from "../testing/seats.ts";
import { commandRights } from "./rights.ts";

// What is open to whoever is in the network, without a name and a secret. Written out by hand and not taken from the
// table: a row that opens too much, or a new one that nobody thought of here, fails these tests.

const pages = [
  "GET /*",
  "GET /admin",
  "GET /camera",
  "GET /history",
  "GET /library",
  "GET /model",
  "GET /notice",
  "GET /people",
  "GET /phone",
  "GET /settings",
  "GET /setup",
  "GET /upkeep",
];
const reads = [
  "GET /api/effect",
  "GET /api/health",
  "GET /api/library/artists",
  "GET /api/library/blocks",
  "GET /api/library/corrections.csv",
  "GET /api/library/languages",
  "GET /api/library/map",
  "GET /api/library/tracks",
  "GET /api/library/tracks/:id",
  "GET /api/library/tracks/:id/cover",
  "GET /api/library/tracks/:id/evidence",
  "GET /api/model",
  "GET /api/model/pictures/:name",
  "GET /api/outputs",
  "GET /api/session",
  "GET /api/settings",
  "GET /api/setup",
  "GET /api/state",
  "GET /metrics",
  "GET /ws",
];
/** By turns and votes, and where the owner lets them: guests.test and guest.test say when. */
const takesPart = [
  "DELETE /api/guest/requests/:id",
  "GET /api/guest/moods/:mood",
  "GET /api/guest/songs",
  "GET /ws/phone",
  "POST /api/guest",
  "POST /api/guest/others",
  "POST /api/guest/requests",
  "PUT /api/guest/votes/:id",
];
/** Each asks for a secret of its own: a PIN, a passphrase, the setup's code or the screen's. */
const signsIn = ["DELETE /api/session", "POST /api/kiosk", "POST /api/session", "POST /api/setup"];
/** Each command is asked for below. */
const commands = ["POST /api/commands"];
const open = [...pages, ...reads, ...takesPart, ...signsIn, ...commands].sort();

const id = "00000000-0000-7000-8000-000000000000";
const everyCommand: readonly Command[] = [
  { do: "play" },
  { do: "pause" },
  { do: "skip" },
  { do: "seek", positionMs: 0 },
  { do: "setVolume", volume: 0.5 },
  { do: "switchCamera", on: true },
  { do: "switchCamera", on: false },
  { do: "setMood", affect: { valence: 0, arousal: 0 }, forMs: 10_000 },
  { do: "letCameraLead" },
  { do: "playPick", pick: id, when: "next" },
  { do: "playTrack", track: id, when: "next" },
  { do: "unqueue", pick: id },
  { do: "otherPicks" },
  { do: "wrongMood", track: id },
  { do: "block", track: id, what: "song" },
  { do: "undoCorrection" },
  { do: "prefer", languages: [], artists: [] },
];

let under: SeatedServer;
beforeAll(async () => {
  under = await seatServer({ guestPage: true });
});
afterAll(() => under.remove());

const address = (pattern: string) => pattern.replace(/:\w+/g, "x").replace("*", "nothing");

describe.each<[string, () => Promise<Browser>]>([
  ["a device that nobody knows", async () => newBrowser()],
  ["the same by HTTPS", async () => newSecureBrowser()],
  ["a guest's phone", () => asGuest(under, newBrowser())],
])("%s in the network", (_who, come) => {
  test("is let in where it is written here, and nowhere else", async () => {
    const from = await come();
    const letIn: string[] = [];
    for (const row of under.routes) {
      const [method = "", pattern = ""] = row.split(" ");
      if (method === "HEAD") continue; // As GET.
      if ((await under.ask(from, method, address(pattern))).statusCode !== 403) letIn.push(row);
    }
    expect(letIn.sort()).toEqual(open);
  });

  test("closes the camera, and gives no other command", async () => {
    const from = await come();
    const given: string[] = [];
    for (const command of everyCommand)
      if ((await under.ask(from, "POST", "/api/commands", command)).statusCode !== 403)
        given.push(JSON.stringify(command));
    expect(given).toEqual(['{"do":"switchCamera","on":false}']);
  });
});

test("every command is known to this test", () => {
  expect(new Set(everyCommand.map((command) => command.do))).toEqual(new Set(Object.keys(commandRights)));
});

test("nobody in the network is told what was played and how the room felt, until they sign in as an admin", async () => {
  const statusFor = async (from: Browser) => (await under.ask(from, "GET", "/api/plays")).statusCode;
  expect(await statusFor(newBrowser())).toBe(403);
  expect(await statusFor(await asGuest(under, newBrowser()))).toBe(403);
  expect(await statusFor(await under.someone("member", "phone"))).toBe(403);
  expect(await statusFor(await under.someone("guest", "admin", "here"))).toBe(403);
  expect(await statusFor(await under.someone("admin", "admin"))).toBe(200);
});
