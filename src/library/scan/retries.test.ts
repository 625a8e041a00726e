import { expect, test } from "vitest";
import { Retries } from "./retries.ts";

const minute = 60_000;

test("a file that took too long is tried again later and later, and at once when it was good", () => {
  let now = 0;
  const retries = new Retries(() => now);
  expect(retries.isDue("/slow")).toBe(true);
  for (const wait of [10, 60, 24 * 60, 24 * 60]) {
    retries.failed("/slow");
    now += wait * minute - 1;
    expect(retries.isDue("/slow")).toBe(false);
    now += 1;
    expect(retries.isDue("/slow")).toBe(true);
  }
  retries.failed("/slow");
  retries.succeeded("/slow");
  expect(retries.isDue("/slow")).toBe(true);
});
