import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { Tickets } from "./tickets.ts";

function issued() {
  let now = 0;
  const tickets = new Tickets({ monotonic: () => now, randomBytes });
  const pass = (ms: number) => {
    now += ms;
  };
  return { tickets, pass };
}

test("a ticket is good once", () => {
  const { tickets } = issued();
  const ticket = tickets.issue("anna");
  expect(tickets.redeem(ticket)).toBe("anna");
  expect(tickets.redeem(ticket)).toBeNull();
});

test("a ticket is good for ten seconds", () => {
  const { tickets, pass } = issued();
  const [soon, late] = [tickets.issue("anna"), tickets.issue("anna")];
  pass(9_999);
  expect(tickets.redeem(soon)).toBe("anna");
  pass(1);
  expect(tickets.redeem(late)).toBeNull();
});

test("a ticket that nobody issued, or that was called in, is none", () => {
  const { tickets } = issued();
  const ticket = tickets.issue("anna");
  tickets.revoke("anna");
  expect(tickets.redeem(ticket)).toBeNull();
  expect(tickets.redeem("")).toBeNull();
});

test("a reader gone mad issues no more than eight", () => {
  const { tickets } = issued();
  const all = Array.from({ length: 100 }, () => tickets.issue("anna"));
  expect(all.filter((ticket) => tickets.redeem(ticket) !== null)).toEqual(all.slice(-8));
});
