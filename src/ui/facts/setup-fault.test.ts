import { Value } from "typebox/value";
import { afterEach, expect, test } from "vitest";
import { Passphrase, Pin } from "../../protocol/people.ts";
import { loadWords, useWords } from "../languages/tables.ts";
import { setupFaults, setupFaultText } from "./setup-fault.ts";

afterEach(() => useWords("en"));

const whole = {
  stands: "home",
  place: "Kitchen",
  name: "Ada",
  passphrase: "ten or more",
  pin: "",
  code: null,
};

test("what is whole is sent: a PIN may stay empty, and a code is asked for from elsewhere alone", () => {
  expect(setupFaults(whole)).toEqual([]);
  expect(setupFaults({ ...whole, pin: "1234", code: "ABCD-EFGH-JKMN" })).toEqual([]);
});

test.each([
  ["stands", { stands: null }],
  ["place", { place: "  " }],
  ["name", { name: "" }],
  ["passphrase", { passphrase: "nine char" }],
  ["pin", { pin: "123" }],
  ["pin", { pin: "12a4" }],
  ["code", { code: " " }],
])("what is wrong with %s is said of it: %j", (field, typed) => {
  expect(setupFaults({ ...whole, ...typed })).toEqual([field]);
});

test("all that is wrong is said at once, in the order of the form", () => {
  const empty = { stands: null, place: "", name: "", passphrase: "", pin: "1", code: "" };
  expect(setupFaults(empty)).toEqual(["stands", "place", "name", "passphrase", "pin", "code"]);
});

test("a passphrase that is too short is told how long it must be, in the language that the page has then", async () => {
  expect(setupFaultText("passphrase")).toBe("The passphrase is too short: it takes 10 characters or more.");
  await loadWords("de");
  useWords("de");
  expect(setupFaultText("passphrase")).toBe("Die Passphrase ist zu kurz: sie braucht mindestens 10 Zeichen.");
});

test("the page asks for no more and no less than the daemon does", () => {
  for (const length of [0, 1, 9, 10, 11, 200])
    expect([
      length,
      !setupFaults({ ...whole, passphrase: "x".repeat(length) }).includes("passphrase"),
    ]).toEqual([...[length, Value.Check(Passphrase, "x".repeat(length))]]);
  for (const pin of ["123", "1234", "12345678", "123456789", "12 34", "1２34"])
    expect([pin, !setupFaults({ ...whole, pin }).includes("pin")]).toEqual([pin, Value.Check(Pin, pin)]);
});
