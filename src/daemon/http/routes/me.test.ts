import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scannedFile } from "../../../store/testing.ts";
import { newBrowser, newMember, signedIn } from "../testing/browsers.ts";
import { type Browser, type SeatedServer, seatServer } from "../testing/seats.ts";
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

describe("somebody's cards", () => {
  const cardsOf = async (browser: Browser) => (await under.ask(browser, "GET", "/api/me")).json().cards;

  test("are told to them alone, by when they were taught and by no number", async () => {
    const { accounts, register } = under.appliance.people;
    const { name, browser } = await newMember(under);
    expect(await cardsOf(browser)).toEqual([]);
    const id = register.called(name)?.id ?? "";
    for (const number of ["04AA0001", "04AA0002"]) await accounts.addCard(id, number);
    const told = await under.ask(browser, "GET", "/api/me");
    expect(told.json().cards).toEqual(register.cardsOf(id).map(({ id, addedAt }) => ({ id, addedAt })));
    for (const { hash } of register.cardsOf(id)) expect(told.body).not.toContain(hash);
    expect(told.body).not.toMatch(/04AA000/i);
    const { browser: other } = await newMember(under);
    expect(await cardsOf(other)).toEqual([]);
  });

  test("are taken off one by one by who lost one, from their phone, with the PIN once more", async () => {
    const { accounts, register } = under.appliance.people;
    const { name, browser } = await newMember(under);
    const id = register.called(name)?.id ?? "";
    for (const number of ["04BB0001", "04BB0002"]) await accounts.addCard(id, number);
    const [lost, kept] = await cardsOf(browser);
    const takeOff = async (from: Browser, card: string, proof: object) =>
      (await under.ask(from, "DELETE", `/api/me/cards/${card}`, proof)).statusCode;
    expect(await takeOff(browser, lost.id, {})).toBe(401);
    const { browser: other } = await newMember(under);
    expect(await takeOff(other, lost.id, { pin: "2468" })).toBe(404);
    expect(await cardsOf(browser)).toHaveLength(2);
    expect(await takeOff(browser, lost.id, { pin: "2468" })).toBe(204);
    expect(await cardsOf(browser)).toEqual([kept]);
    expect((await under.appliance.people.taps.take("04BB0001")).kind).toBe("unknown");
    expect((await under.kept.store.people.cards()).map((card) => card.id)).not.toContain(lost.id);
  });
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
