import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newBrowser, signedIn } from "../testing/browsers.ts";
import { type SeatedServer, seatServer } from "../testing/seats.ts";
import { dayOf } from "./local-day.ts";

// By itself Mien is on this machine alone: then Mien's own screen is all that a member has.

const sticksAt = "/api/me/export/sticks";
let stick: string;
let under: SeatedServer;
beforeEach(async () => {
  stick = await mkdtemp(join(tmpdir(), "mien-stick-"));
  const kept = { device: "8:17", uuid: "4A2F-11C0", totalBytes: 1e9, freeBytes: 1e9 };
  const drives = async () => [{ path: stick, label: "KINGSTON", ...kept }];
  under = await seatServer({ drives });
});
afterEach(async () => {
  await under.remove();
  await rm(stick, { recursive: true });
});

test("who is signed in at Mien's own screen saves all that is kept of them to a stick that they plug in", async () => {
  const anna = await under.someone("member", "kiosk");
  const { sticks } = (await under.ask(anna, "GET", sticksAt)).json();
  expect(sticks).toEqual([{ id: expect.any(String), label: "KINGSTON" }]);
  const answer = await under.ask(anna, "POST", sticksAt, { stick: sticks[0].id, pin: "1234" });
  const file = `mien-Anna-${dayOf(Date.now())}.json`;
  expect([answer.statusCode, answer.json()]).toEqual([201, { file, stick: "KINGSTON" }]);
  expect(await readdir(stick)).toEqual([file]);
  const told = JSON.parse(await readFile(join(stick, file), "utf8"));
  expect(told).toEqual((await under.ask(anna, "GET", "/api/me/export")).json());
  expect(told).toMatchObject({ name: "Anna" });
});

test("it takes their PIN once more: a page left open carries nobody's history out of the house", async () => {
  const anna = await under.someone("member", "kiosk");
  const { sticks } = (await under.ask(anna, "GET", sticksAt)).json();
  for (const proof of [{}, { pin: "9999" }, { passphrase: "correct horse battery" }])
    expect((await under.ask(anna, "POST", sticksAt, { stick: sticks[0].id, ...proof })).statusCode).not.toBe(
      201,
    );
  expect(await readdir(stick)).toEqual([]);
});

test("nobody saves anything of anybody else, nor from elsewhere to a stick in Mien", async () => {
  const [olga] = [await under.someone("admin", "kiosk", "here")];
  const { sticks } = (await under.ask(olga, "GET", sticksAt)).json();
  const body = { stick: sticks[0].id, pin: "1234" };
  // An admin's own page has no other person's export, by whatever address.
  expect((await under.ask(olga, "POST", sticksAt, { ...body, person: under.ids.member })).statusCode).toBe(
    400,
  );
  expect((await under.ask(olga, "POST", sticksAt, body)).statusCode).toBe(401);
  const phone = await signedIn(under, "Anna", "1234");
  for (const from of [
    phone,
    newBrowser(),
    await under.someone("guest", "kiosk"),
    await under.someone("admin", "admin"),
  ])
    for (const [method, given] of [["GET"], ["POST", body]] as const)
      expect((await under.ask(from, method, sticksAt, given)).statusCode).toBe(403);
  expect(await readdir(stick)).toEqual([]);
});

test("a stick that was pulled out is told, with what to do", async () => {
  const anna = await under.someone("member", "kiosk");
  const answer = await under.ask(anna, "POST", sticksAt, { stick: "0123456789abcdef", pin: "1234" });
  expect([answer.statusCode, answer.json()]).toEqual([
    404,
    { error: "This stick is not there any more: plug it in again.", code: "stick-gone" },
  ]);
});
