import { expect, onTestFinished, test, vi } from "vitest";
import { allLanguages } from "../languages/languages.ts";
import { useWords } from "../languages/tables.ts";
import { timeZones } from "./time-zones.ts";

const zone = (value: string, of = timeZones(null)) => of.find((each) => each.value === value);

test("UTC is offered first, and every other zone by its city below its part of the world", () => {
  expect(timeZones(null)[0]).toEqual({ value: "UTC", text: "UTC" });
  expect(zone("Europe/Berlin")).toEqual({ value: "Europe/Berlin", text: "Berlin", group: "Europe" });
  expect(zone("America/Indiana/Knox")).toMatchObject({ text: "Knox (Indiana)", group: "Americas" });
  const named = timeZones(null).filter(({ group }) => group === undefined);
  expect(named.map(({ value }) => value)).toEqual(["UTC"]);
});

test("parts of the world, and the cities of each, are in the order of the alphabet", () => {
  const all = timeZones(null);
  const groups = [...new Set(all.flatMap(({ group }) => group ?? []))];
  expect(groups).toEqual(groups.toSorted(new Intl.Collator("en").compare));
  for (const group of groups) {
    const cities = all.filter((each) => each.group === group).map(({ text }) => text);
    expect(cities).toEqual(cities.toSorted(new Intl.Collator("en").compare));
    expect(cities.join(" ")).not.toMatch(/_|\//);
  }
});

test("nobody has to look for an island's country in an ocean, or for a city by the name that it had once", () => {
  const groups = new Set(timeZones(null).flatMap(({ group }) => group ?? []));
  expect([...groups]).toEqual(["Africa", "Americas", "Antarctica", "Asia", "Europe", "Oceania"]);
  expect(zone("Atlantic/Canary")?.group).toBe("Europe");
  const kolkata = timeZones(null).filter(({ text }) => text === "Kolkata");
  expect(kolkata.length).toBe(1);
});

test("parts of the world are called as the page's language calls them", () => {
  useWords("de");
  onTestFinished(() => useWords("en"));
  expect(zone("Europe/Berlin")?.group).toBe("Europa");
  expect(zone("America/New_York")).toMatchObject({ text: "New York", group: "Amerika" });
});

test("a browser that knows no part of the world by name, as Chromium, has each named in every language", () => {
  const names = Object.fromEntries(
    allLanguages.map((tag) => [tag, new Intl.DisplayNames(tag, { type: "region" })]),
  );
  const known = vi.spyOn(Intl.DisplayNames.prototype, "of").mockImplementation((code) => code);
  onTestFinished(() => useWords("en"));
  const groups = allLanguages.map((tag) => {
    useWords(tag);
    return zone("Europe/Berlin")?.group;
  });
  known.mockRestore();
  expect(groups).toEqual(allLanguages.map((tag) => names[tag]?.of("150")));
});

test("the zone that holds is among them, whatever the browser knows", () => {
  expect(zone("Mars/Olympus_Mons", timeZones("Mars/Olympus_Mons"))?.text).toBe("Mars/Olympus Mons");
  expect(timeZones("UTC").filter(({ value }) => value === "UTC").length).toBe(1);
  // Named otherwise by the browser: one Kolkata, and the one that holds.
  for (const held of ["Asia/Calcutta", "Asia/Kolkata"])
    expect(timeZones(held).filter(({ text }) => text === "Kolkata")).toMatchObject([{ value: held }]);
});
