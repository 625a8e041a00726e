import { afterEach, expect, test, vi } from "vitest";
import { deleteUploads } from "./delete-uploads.ts";

afterEach(() => vi.unstubAllGlobals());

const songs = Array.from({ length: 501 }, (_, at) => `song-${at}`);

/** What the daemon was asked for, in each question. */
function asked(answers: readonly ((tracks: readonly string[]) => Response)[]): string[][] {
  const questions: string[][] = [];
  vi.stubGlobal("fetch", async (_path: string, { body }: { body: string }) => {
    const { tracks } = JSON.parse(body);
    return answers[questions.push(tracks) - 1]?.(tracks);
  });
  return questions;
}

const all = (tracks: readonly string[]) => Response.json({ deleted: tracks.length, kept: [] });
const why = "Mien deletes nothing from your own music folders.";

test("more songs than the daemon takes at once go in parts", async () => {
  const questions = asked([all, all]);
  expect(await deleteUploads(songs)).toEqual({ gone: songs, why: [] });
  expect(questions.map(({ length }) => length)).toEqual([500, 1]);
});

test("what stays is no part of what is gone, and a reason that several have is said once", async () => {
  const kept = ["one", "three"].map((id) => ({ id, why, code: "not-uploaded" }));
  asked([() => Response.json({ deleted: 1, kept })]);
  expect(await deleteUploads(["one", "two", "three"])).toEqual({ gone: ["two"], why: [why] });
});

test("where a part is refused, what went before is gone all the same, and nothing more is asked", async () => {
  const questions = asked([all, () => Response.json({ error: "Something is wrong." }, { status: 503 }), all]);
  const { gone, why: reasons } = await deleteUploads([...songs, ...songs]);
  expect(gone).toEqual(songs.slice(0, 500));
  expect(reasons).toEqual(["Something is wrong."]);
  expect(questions).toHaveLength(2);
});
