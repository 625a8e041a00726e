import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { playBegun, scannedFile } from "../../../store/testing.ts";
import { sessionCookie } from "../guard/who.ts";
import { type Browser, passphrase, type SeatedServer, seatServer } from "../testing/seats.ts";

const play = "01930000-0000-7000-8000-000000000001";
const nobodys = "01930000-0000-7000-8000-000000000002";

let under: SeatedServer;
let track = "";
beforeAll(async () => {
  under = await seatServer();
  const { library } = under.kept.store;
  await library.put([scannedFile("/m/a.mp3", { track: { title: "A song", artists: ["Solo"] } })]);
  track = (await library.list({ search: null, limit: 1, offset: 0 })).tracks[0]?.id ?? "";
});
afterAll(() => under.remove());

const anna = () => under.someone("member", "phone");
const olga = () => under.someone("admin", "phone");
const json = async (from: Browser, url: string) => (await under.ask(from, "GET", url)).json();

/** Somebody who signs in at the kiosk with their PIN, as a browser does. */
async function atKiosk(name: string, pin: string): Promise<Browser> {
  const kiosk = await under.someone("guest", "kiosk");
  const answer = await under.ask(kiosk, "POST", "/api/session", { name, pin });
  const cookie = answer.cookies.find((each) => each.name === sessionCookie);
  if (cookie === undefined) throw new Error(answer.body);
  return { ...kiosk, cookies: { ...kiosk.cookies, [sessionCookie]: cookie.value } };
}
const present = () => under.appliance.people.presence.present;

describe("songs and history", () => {
  test("are one's own: nobody else's page is told of them, not even an admin's", async () => {
    const put = { taste: "favourite" };
    expect((await under.ask(await anna(), "PUT", `/api/me/tastes/${track}`, put)).statusCode).toBe(204);
    const song = await under.kept.store.library.track(track);
    if (song === null) throw new Error("There is a song.");
    await under.kept.store.plays.begin(playBegun(play, song, { startedAt: 7 }));
    await under.kept.store.people.heard(play, [under.ids.member]);
    expect(await json(await anna(), "/api/me/songs")).toEqual({
      favourite: [{ id: track, title: "A song", artists: ["Solo"] }],
      blocked: [],
    });
    expect(await json(await anna(), "/api/me/history")).toMatchObject({
      songs: [{ id: play, track, title: "A song", startedAt: 7 }],
    });
    expect(await json(await olga(), "/api/me/songs")).toEqual({ favourite: [], blocked: [] });
    expect(await json(await olga(), "/api/me/history")).toEqual({ songs: [] });
    const people = await under.ask(await olga(), "GET", "/api/people");
    expect(people.body).not.toMatch(/A song|favourite/);
    const guest = await under.someone("guest", "phone");
    for (const path of ["songs", "history"])
      expect((await under.ask(guest, "GET", `/api/me/${path}`)).statusCode).toBe(403);
  });

  test("can be asked for page by page, and in no other way", async () => {
    expect(await json(await anna(), `/api/me/history?before=${play}&limit=5`)).toEqual({ songs: [] });
    for (const wrong of ["limit=0", "limit=-1", "limit=9999", "before=", "who=x"])
      expect((await under.ask(await anna(), "GET", `/api/me/history?${wrong}`)).statusCode).toBe(400);
  });

  test("of a song that is not there nothing can be said, and what is wrong is told", async () => {
    const answer = await under.ask(await anna(), "PUT", `/api/me/tastes/${nobodys}`, { taste: "blocked" });
    expect([answer.statusCode, answer.json().error]).toEqual([
      404,
      "This song is not in the library any more.",
    ]);
  });

  test("of one's own can be forgotten by oneself, and not by whoever finds one's page open", async () => {
    const forget = async (from: Browser, proof: object) =>
      (await under.ask(from, "DELETE", "/api/me/history", proof)).statusCode;
    expect(await forget(await olga(), { passphrase })).toBe(204);
    expect([await forget(await anna(), {}), await forget(await anna(), { pin: "4321" })]).toEqual([401, 401]);
    expect((await json(await anna(), "/api/me/history")).songs).toHaveLength(1);
    // The wrong one is an attempt like any other.
    expect(await forget(await anna(), { pin: "1234" })).toBe(429);
    under.later(60_000);
    expect(await forget(await anna(), { pin: "1234" })).toBe(204);
    expect(await json(await anna(), "/api/me/history")).toEqual({ songs: [] });
  });
});

describe("who signs in", () => {
  test("at the kiosk is in the room, and is out of it on signing out; on a phone they are not in it", async () => {
    await anna();
    expect(present()).toEqual([]);
    const page = await atKiosk("Anna", "1234");
    expect(present()).toEqual([under.ids.member]);
    expect(await json(page, "/api/me")).toMatchObject({ isPresent: true, named: false });
    await under.ask(page, "DELETE", "/api/session");
    expect(present()).toEqual([]);
  });

  test("may let somebody else to the screen and stay", async () => {
    const page = await atKiosk("Anna", "1234");
    expect((await under.ask(page, "DELETE", "/api/session?stay=no")).statusCode).toBe(400);
    expect((await under.ask(page, "DELETE", "/api/session?stay=yes")).statusCode).toBe(204);
    await atKiosk("Olga", "9999");
    expect(present()).toEqual([under.ids.member, under.ids.admin]);
  });

  test("goes from their phone, where they forgot to tap out, and sends nobody else away", async () => {
    expect((await under.ask(await anna(), "DELETE", "/api/me/presence")).statusCode).toBe(204);
    expect(present()).toEqual([under.ids.admin]);
    const guest = await under.someone("guest", "kiosk");
    expect((await under.ask(guest, "DELETE", "/api/me/presence")).statusCode).toBe(403);
    expect(present()).toEqual([under.ids.admin]);
  });

  test("is named on every page only once they want that, and never with who they are", async () => {
    under.appliance.follow();
    await atKiosk("Anna", "1234");
    const guest = await under.someone("guest", "phone");
    expect(JSON.stringify(await json(guest, "/api/state"))).not.toMatch(/Anna|Olga/);
    await under.ask(await anna(), "PATCH", "/api/me", { named: true });
    const { people } = await json(guest, "/api/state");
    expect(people.named).toEqual([{ visit: expect.any(String), name: "Anna" }]);
    expect(JSON.stringify(people)).not.toContain(under.ids.member);
    await under.ask(await anna(), "PATCH", "/api/me", { named: false });
    expect((await json(guest, "/api/state")).people).toEqual({ named: [], others: 2 });
  });
});
