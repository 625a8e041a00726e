import { afterEach, beforeEach, expect, test } from "vitest";
import { loadWords, useWords } from "../languages/tables.ts";
import "../words/owner-refusal-words.ts";
import { refused } from "./refused.ts";

beforeEach(async () => {
  await Promise.all([loadWords("de"), loadWords("ar")]);
});
afterEach(() => useWords("en"));

const explicit = "Explicit songs are not played here at this hour.";

test("a refusal is said by its code in the page's language, and in English as the daemon says it", () => {
  expect(refused(explicit, { code: "explicit-now" })).toBe(explicit);
  useWords("de");
  expect(refused(explicit, { code: "explicit-now" })).toBe("Explizite Lieder laufen hier jetzt nicht.");
});

test("one that only an owner meets is said in it too, with what it names", () => {
  useWords("de");
  const named = { to: "2026-11-01", from: "2026-11-30" };
  expect(refused("The last day comes before the first one.", { code: "days-backwards", named })).toBe(
    "Der letzte Tag (2026-11-01) liegt vor dem ersten (2026-11-30).",
  );
});

test("a wait has the form that the language has for its number", () => {
  const wait = (minutes: number) =>
    refused("Wait.", { code: "wait-minutes", named: { minutes: `${minutes}` } });
  useWords("de");
  expect(wait(3)).toBe("Zu viele Versuche: in 3 Minuten noch einmal.");
  useWords("ar");
  expect([3, 20].map(wait)).toEqual([
    expect.stringContaining("3 دقائق"),
    expect.stringContaining("20 دقيقة"),
  ]);
});

test("what is wrong with a field is said of that field by the name that people know it by", () => {
  const short = "admin.passphrase must have 10 characters at least.";
  const told = { code: "field-short", named: { field: "admin.passphrase", count: "10" } };
  expect(refused(short, told)).toBe("Passphrase must have 10 characters at least.");
  const missing = { code: "field-missing", named: { field: "admin.pin, moon" } };
  expect(refused("admin.pin, moon must be given.", missing)).toBe("PIN, moon must be given.");
  useWords("de");
  expect(refused(short, told)).toBe("Passphrase: mindestens 10 Zeichen.");
  useWords("ar");
  expect(refused(short, told)).toBe("عبارة المرور: الحد الأدنى لعدد الأحرف 10.");
  expect(refused("admin.pin, moon must be given.", missing)).toBe("الرقم السري، moon: لم يُذكر بعد.");
});

test("what the page does not know is said as it came: no code, one of a newer daemon, or a word of JavaScript's", () => {
  useWords("de");
  for (const code of [undefined, "moon-down", "constructor"])
    expect(refused("The moon is down.", code === undefined ? {} : { code })).toBe("The moon is down.");
});
