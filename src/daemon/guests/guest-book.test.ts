import { beforeEach, expect, test } from "vitest";
import { GuestBook } from "./guest-book.ts";

const HOUR = 3_600_000;
let now = 0;
let made = 0;
let book: GuestBook;
beforeEach(() => {
  now = 0;
  book = new GuestBook({
    monotonic: () => now,
    newId: () => `guest ${++made}`,
    newToken: () => `token ${++made}`,
    perAddress: () => 3,
  });
});
const arrive = (address = "192.168.1.20") => book.arrive(address);

test("a browser is the same guest by its token for a day, and nobody afterwards", () => {
  const arrived = arrive();
  expect(arrived).not.toBeNull();
  expect(book.find(arrived?.token ?? "")).toBe(arrived?.guest);
  now += 24 * HOUR;
  expect(book.find(arrived?.token ?? "")).toBeNull();
  book.look();
  expect(book.size).toEqual({ guests: 0, addresses: 0 });
});

test("a token that was never given is nobody's", () => {
  for (const token of ["", "token 0", "__proto__", "constructor"]) expect(book.find(token)).toBeNull();
});

test("who throws the cookie away again and again is no more guests than an address may have in an hour", () => {
  for (let n = 0; n < 3; n++) expect(arrive()).not.toBeNull();
  expect(arrive()).toBeNull();
  expect(arrive("192.168.1.21")).not.toBeNull();
  now += HOUR;
  expect(arrive()).not.toBeNull();
});

test("neither guests nor addresses pile up, however many come", () => {
  for (let n = 0; n < 6_000; n++) book.arrive(`address ${n}`);
  expect(book.size).toEqual({ guests: 5_000, addresses: 5_000 });
});

test("the next daemon knows who was there by their token, which nobody can tell from what is kept", () => {
  const arrived = arrive();
  now += HOUR;
  const { kept } = book;
  expect(JSON.stringify(kept)).not.toContain(arrived?.token);
  const next = new GuestBook({
    monotonic: () => now,
    newId: () => "new",
    newToken: () => "new",
    perAddress: () => 3,
  });
  next.comeBack(kept, HOUR);
  expect(next.find(arrived?.token ?? "")).toBe(arrived?.guest);
  now += 22 * HOUR;
  expect(next.find(arrived?.token ?? "")).toBeNull();
});
