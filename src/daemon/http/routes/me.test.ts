import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scannedFile } from "../../../store/testing.ts";
import { newBrowser, newMember, signedIn } from "../testing/browsers.ts";
import { type SeatedServer, seatServer } from "../testing/seats.ts";
import { dayOf } from "./local-day.ts";

let under: SeatedServer;
beforeAll(async () => {
  under = await seatServer();
});
afterAll(() => under.remove());

describe("what is somebody's own", () => {
  test("is changed by them: wishes at once, name and PIN with the PIN once more", async () => {
    const { name, browser } = await newMember(under);
    const wishes = { languages: ["de"], artists: ["Björk"], policy: "calm" };
    expect((await under.ask(browser, "PATCH", "/api/me", { wishes })).json()).toMatchObject({ wishes });
    expect((await under.ask(browser, "PATCH", "/api/me", { newPin: "1357" })).statusCode).toBe(401);
    const changed = await under.ask(browser, "PATCH", "/api/me", { newPin: "1357", pin: "2468" });
    expect(changed.statusCode).toBe(200);
    expect((await under.ask(newBrowser(), "POST", "/api/session", { name, pin: "1357" })).statusCode).toBe(
      200,
    );
  });

  test("is changed by who knows what holds now: what is wrong is said, and every other browser is signed out", async () => {
    const { name, browser } = await newMember(under);
    const phone = await signedIn(under, name, "2468");
    await under.ask(browser, "PATCH", "/api/me", { newPin: "1357", pin: "2468" });
    const roles = [browser, phone].map(
      async (each) => (await under.ask(each, "GET", "/api/session")).json().role,
    );
    expect(await Promise.all(roles)).toEqual(["member", "guest"]);
    const wrong = await under.ask(browser, "PATCH", "/api/me", { newPin: "1357", pin: "2468" });
    expect([wrong.statusCode, wrong.json()]).toEqual([
      401,
      { error: "That is not your PIN.", code: "wrong-pin" },
    ]);
  });

  test("can be taken away as a file, and is gone when they are", async () => {
    await under.kept.store.library.put([scannedFile("/m/a.mp3", { track: { title: "A song" } })]);
    const [track] = (await under.kept.store.library.list({ search: null, limit: 1, offset: 0 })).tracks;
    const { name, browser } = await newMember(under);
    const taste = { taste: "favourite" };
    expect((await under.ask(browser, "PUT", `/api/me/tastes/${track?.id}`, taste)).statusCode).toBe(204);
    const file = await under.ask(browser, "GET", "/api/me/export");
    const day = dayOf(Date.now());
    expect(file.headers["content-disposition"]).toBe(
      `attachment; filename="mien-${name}-${day}.json"; filename*=UTF-8''mien-${encodeURIComponent(name)}-${day}.json`,
    );
    expect(file.json()).toMatchObject({ name, favourites: [{ title: "A song" }] });
    expect((await under.ask(browser, "DELETE", "/api/me", {})).statusCode).toBe(401);
    expect((await under.ask(browser, "DELETE", "/api/me", { pin: "2468" })).statusCode).toBe(204);
    expect((await under.ask(browser, "GET", "/api/me")).statusCode).toBe(403);
    expect(under.appliance.people.register.called(name)).toBeNull();
  });
});

test("the file that is taken away is called after its person and the day, in any letters, and is no path", async () => {
  const { browser } = await newMember(under);
  const name = 'Zoë ../"Ü"';
  expect((await under.ask(browser, "PATCH", "/api/me", { name, pin: "2468" })).statusCode).toBe(200);
  const { headers } = await under.ask(browser, "GET", "/api/me/export");
  const day = dayOf(Date.now());
  expect(headers["content-disposition"]).toBe(
    `attachment; filename="mien-Zoe ..U-${day}.json"; filename*=UTF-8''mien-Zo%C3%AB%20..%C3%9C-${day}.json`,
  );
});

test("nor do letters mean anything in a path that are plain ones but wider", async () => {
  const { browser } = await newMember(under);
  const name = "Kim＂；／＼．＊";
  expect((await under.ask(browser, "PATCH", "/api/me", { name, pin: "2468" })).statusCode).toBe(200);
  const { headers } = await under.ask(browser, "GET", "/api/me/export");
  const [, plain] =
    /filename="([^;]*;?[^;]*)"; filename\*=/.exec(String(headers["content-disposition"])) ?? [];
  expect(plain).toBe(`mien-Kim;.-${dayOf(Date.now())}.json`);
});

test("somebody signs out everywhere: no browser of theirs is signed in any more", async () => {
  const { name, browser } = await newMember(under);
  const phone = await signedIn(under, name, "2468");
  expect((await under.ask(browser, "DELETE", "/api/me/sessions")).statusCode).toBe(204);
  for (const each of [browser, phone])
    expect((await under.ask(each, "GET", "/api/session")).json()).toMatchObject({
      role: "guest",
      person: null,
    });
});
