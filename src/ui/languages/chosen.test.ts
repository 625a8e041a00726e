import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { choose, chosenLanguage } from "./chosen.ts";
import { translated } from "./tables.ts";

// A page whose words come from an appliance that may be away, and whose parts come one after another.

// There is one language to a page, so each test begins where the one before has put it back to English.

interface Words {
  said: string;
}

let shown: number;

beforeEach(() => {
  vi.useFakeTimers();
  const page = new EventTarget();
  vi.stubGlobal("window", page);
  vi.stubGlobal("document", { documentElement: { lang: "en", dir: "ltr" } });
  shown = 0;
  page.addEventListener("lit-localize-status", (event) => {
    if ((event as CustomEvent<{ status: string }>).detail.status === "ready") shown++;
  });
});
afterEach(async () => {
  await choose("en");
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A table whose German is fetched by that; the others are never asked for. */
function table(german: () => Promise<{ words: Words }>) {
  const now = { said: "Hello" };
  const never = () => Promise.reject(new Error("Nobody wanted that."));
  translated<Words>(
    { said: "Hello" },
    { de: german, fr: never, es: never, hi: never, ar: never, zh: never },
    ({ said }) => {
      now.said = said;
    },
  );
  return now;
}
const hallo = async () => ({ words: { said: "Hallo" } });

test("a table that joins while the others are fetched is in that language too", async () => {
  let come = (): void => undefined;
  const coming = new Promise<void>((resolve) => (come = resolve));
  const first = table(() => coming.then(hallo));
  const choosing = choose("de");
  const second = table(hallo);
  come();
  await choosing;
  expect([first.said, second.said, chosenLanguage()]).toEqual(["Hallo", "Hallo", "de"]);
});

test("a table that joins later is put in the page's language, and shown", async () => {
  table(hallo);
  await choose("de");
  const before = shown;
  const late = table(hallo);
  await vi.waitFor(() => expect([late.said, shown]).toEqual(["Hallo", before + 1]));
});

test("words that could not be had are asked for again until they are here", async () => {
  let isAway = true;
  const asked = vi.fn(() => (isAway ? Promise.reject(new Error("away")) : hallo()));
  const words = table(asked);
  expect(await choose("de")).toBe(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([words.said, asked.mock.calls.length > 2]).toEqual(["Hello", true]);
  isAway = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect([words.said, chosenLanguage()]).toEqual(["Hallo", "de"]);
  const { length } = asked.mock.calls;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked.mock.calls.length).toBe(length);
});

test("those of a table that joined later are asked for again as well", async () => {
  table(hallo);
  await choose("de");
  let isAway = true;
  const late = table(() => (isAway ? Promise.reject(new Error("away")) : hallo()));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(late.said).toBe("Hello");
  isAway = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(late.said).toBe("Hallo");
});

test("nobody asks any more for a language that is not wanted any more", async () => {
  const asked = vi.fn(() => Promise.reject(new Error("away")));
  table(asked);
  await choose("de");
  await choose("en");
  const { length } = asked.mock.calls;
  await vi.advanceTimersByTimeAsync(60_000);
  expect([asked.mock.calls.length, chosenLanguage()]).toEqual([length, "en"]);
});
