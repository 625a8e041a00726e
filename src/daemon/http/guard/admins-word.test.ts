import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role, Seat } from "../../../protocol/people.ts";
import { scannedFile } from "../../../store/testing.ts";
import { type SeatedServer, seatServer } from "../testing/seats.ts";

let under: SeatedServer;
beforeAll(async () => {
  under = await seatServer();
  await under.kept.store.library.put(
    ["Aurora", "Bells", "Cinder", "Dune"].map((title) =>
      scannedFile(`/music/${title}.mp3`, { track: { title, artists: [title] } }),
    ),
  );
}, 60_000);
afterAll(() => under.remove());

async function say(role: Role, seat: Seat, command: object) {
  return under.ask(await under.someone(role, seat), "POST", "/api/commands", command);
}
async function idOf(title: string): Promise<string> {
  const { tracks } = await under.kept.store.library.list({ search: title, limit: 1, offset: 0 });
  return tracks[0]?.id ?? "";
}
const newest = () => under.appliance.publisher.state.corrections[0];

test.each([
  ["admin", "kiosk", "Aurora", "owner"],
  ["admin", "phone", "Bells", "owner"],
  ["member", "kiosk", "Cinder", "guest"],
  ["guest", "kiosk", "Dune", "guest"],
] as const)("what the %s at the %s blocks (%s) is blocked by the %s", async (role, seat, title, by) => {
  const track = await idOf(title);
  expect((await say(role, seat, { do: "block", track, what: "song" })).statusCode).toBe(204);
  expect(newest()).toMatchObject({ track, by, holdsUntil: by === "owner" ? null : expect.any(Number) });
});

test("what an admin blocked at the kiosk can be taken back there, by an admin alone", async () => {
  const track = await idOf("Aurora");
  await say("admin", "kiosk", { do: "block", track, what: "artist" });
  const undo = { do: "undoCorrection", correction: newest()?.id };
  for (const role of ["guest", "member"] as const) {
    const refused = await say(role, "kiosk", undo);
    expect([refused.statusCode, refused.json().error]).toEqual([409, "Only the owner can take this back."]);
  }
  expect((await say("admin", "kiosk", undo)).statusCode).toBe(204);
});
