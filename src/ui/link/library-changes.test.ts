import { afterEach, expect, test, vi } from "vitest";
import { changeLibrary, doneText, questionFor } from "./library-changes.ts";

afterEach(() => vi.unstubAllGlobals());

/** Answers every request, and keeps what was asked. */
function daemon(answer: (body: unknown) => Response) {
  const asked: { path: string; method: string; body: unknown }[] = [];
  vi.stubGlobal("fetch", async (path: string, { method, body }: { method: string; body?: string }) => {
    const sent: unknown = body === undefined ? undefined : JSON.parse(body);
    asked.push({ path, method, body: sent });
    return answer(sent);
  });
  return asked;
}

test("a word for more songs than the daemon takes at once goes out in parts", async () => {
  const asked = daemon((body) => Response.json({ changed: (body as { tracks: string[] }).tracks.length }));
  const tracks = Array.from({ length: 1_001 }, (_, index) => String(index));
  const point = { valence: 0.3, arousal: -0.5 };
  expect(await changeLibrary({ do: "correct", tracks, point })).toEqual({
    ok: true,
    value: { do: "correct", count: 1_001, point },
  });
  expect(doneText({ do: "correct", count: 1_001, point })).toBe("1,001 songs moved to “calm and warm”.");
  expect(asked.map(({ body }) => (body as { tracks: string[] }).tracks.length)).toEqual([1_000, 1]);
});

test("a word is taken back with no point", async () => {
  const asked = daemon(() => Response.json({ changed: 1 }));
  const answer = await changeLibrary({ do: "correct", tracks: ["a"], point: null });
  if (!answer.ok) throw new Error(answer.reason);
  expect(doneText(answer.value)).toBe("One song: what you said was taken back.");
  expect(asked[0]?.body).toEqual({ tracks: ["a"], point: null });
});

test("an artist is blocked and allowed again by name, whatever is in it", async () => {
  const asked = daemon(() => new Response(null, { status: 204 }));
  const what = { artist: "Simon & Garfunkel" };
  await changeLibrary({ do: "block", what, name: what.artist, blocked: true });
  const answer = await changeLibrary({ do: "block", what, name: what.artist, blocked: false });
  if (!answer.ok) throw new Error(answer.reason);
  expect(doneText(answer.value)).toBe("Simon & Garfunkel may be played again.");
  expect(asked).toEqual([
    { path: "/api/library/blocks", method: "POST", body: what },
    { path: "/api/library/blocks?artist=Simon+%26+Garfunkel", method: "DELETE", body: undefined },
  ]);
});

test("several songs are blocked one by one, and the first refusal ends it", async () => {
  const asked = daemon((body) =>
    (body as { track: string }).track === "b"
      ? Response.json({ error: "This song is not in the library any more." }, { status: 404 })
      : new Response(null, { status: 204 }),
  );
  const change = { do: "block", name: "3 songs", blocked: true } as const;
  expect(await changeLibrary({ ...change, what: { tracks: ["a", "c"] } })).toMatchObject({ ok: true });
  expect(await changeLibrary({ ...change, what: { tracks: ["a", "b", "c"] } })).toEqual({
    ok: false,
    reason: "This song is not in the library any more.",
  });
  expect(asked.map(({ body }) => (body as { track: string }).track)).toEqual(["a", "c", "a", "b"]);
});

test("a refusal is passed on", async () => {
  daemon(() => Response.json({ error: "Only from the appliance itself." }, { status: 403 }));
  const answer = await changeLibrary({ do: "correct", tracks: ["a"], point: null });
  expect(answer).toEqual({ ok: false, reason: "Only from the appliance itself." });
});

test("more than a handful of songs is asked about with their number, a few and an artist are not", () => {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index));
  const point = { valence: 0.3, arousal: -0.5 };
  expect(questionFor({ do: "correct", tracks: ids(10), point })).toBeNull();
  expect(questionFor({ do: "correct", tracks: ids(240), point })).toEqual({
    text: "Move 240 songs to “calm and warm”?",
    yes: "Yes, all 240",
  });
  expect(questionFor({ do: "correct", tracks: ids(11), point: null })?.text).toBe(
    "Forget what you said of 11 songs?",
  );
  const block = { do: "block", name: "A", blocked: true } as const;
  expect(questionFor({ ...block, what: { artist: "A" } })).toBeNull();
  expect(questionFor({ ...block, what: { tracks: ids(11) } })?.text).toBe("Never play 11 songs again?");
});
