import { expect, test } from "vitest";
import { loadWords, useWords } from "../languages/tables.ts";
import { refused } from "./refused.ts";

test("a refusal is said in the page's language, and one that it does not know as it came", async () => {
  expect(refused("Explicit songs are not played here at this hour.")).toBe(
    "Explicit songs are not played here at this hour.",
  );
  await loadWords("de");
  useWords("de");
  expect(refused("Explicit songs are not played here at this hour.")).toBe(
    "Explizite Lieder laufen hier jetzt nicht.",
  );
  expect(refused("The moon is down.")).toBe("The moon is down.");
  useWords("en");
});
