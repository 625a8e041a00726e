import { pipeline, Readable } from "node:stream";
import { CsvError, type Info, parse } from "csv-parse";
import { labelPoints } from "../protocol/circumplex.ts";
import type { Affect, MoodLabel } from "../protocol/mood.ts";
import { moodNames } from "../protocol/mood-names.ts";
import type { Id } from "../protocol/time.ts";
import type { LibraryTables } from "../store/store.ts";
import { decodedText } from "./decoded-text.ts";
import { withoutApostrophes } from "./http/routes/csv.ts";
import { patientBody } from "./patient-body.ts";

const MOST_BYTES = 32 * 1024 * 1024;
const LONGEST_ROW = 8 * 1024;
const MOST_FAULTS = 100;
/** Tracks of one point that are written at once. */
const WRITTEN_AT_ONCE = 200;
const FOUND_BY_NAME = 50;
const LONGEST_SEARCH = 200;
const uuid = /^[0-9a-f-]{36}$/;

export interface ImportedCorrections {
  changed: number;
  /** Rows whose song is not in this library. */
  unknown: number;
  faults: readonly { line: number; reason: string }[];
}

type Library = Pick<LibraryTables, "track" | "list" | "correct">;
type Row = Readonly<Record<string, string | undefined>>;

/**
 * Takes `corrections.csv` as Mien or a spreadsheet wrote it. Songs are found by their id, or, where that is another
 * Mien's, by title and artists; where a row has no numbers, the mood's name says where the song stands. A row that
 * makes no sense is told by its line, and the others hold; a file that lacks a column is none of corrections.
 */
export async function importCorrections(
  body: Readable,
  library: Library,
  { silenceMs }: { silenceMs?: number } = {},
): Promise<ImportedCorrections | { fault: string }> {
  const faults: { line: number; reason: string }[] = [];
  let [changed, unknown] = [0, 0];
  let waiting: { point: Affect; tracks: Id[] } = { point: { valence: 0, arousal: 0 }, tracks: [] };
  const write = async () => {
    if (waiting.tracks.length > 0) changed += await library.correct(waiting.tracks, waiting.point);
    waiting.tracks = [];
  };
  try {
    for await (const { record, info } of rowsOf(patientBody(body, silenceMs))) {
      const point = pointOf(record);
      if (typeof point === "string") {
        if (faults.length < MOST_FAULTS) faults.push({ line: info.lines, reason: point });
        continue;
      }
      const tracks = await tracksOf(record, library);
      if (tracks.length === 0) unknown++;
      if (!isSame(point, waiting.point) || waiting.tracks.length >= WRITTEN_AT_ONCE) {
        await write();
        waiting = { point, tracks: [] };
      }
      waiting.tracks.push(...tracks);
    }
    await write();
  } catch (error) {
    if (error instanceof NoCorrections) return { fault: error.message };
    if (error instanceof CsvError) return { fault: `This is no CSV file of corrections: ${error.message}` };
    if ((error as NodeJS.ErrnoException).code === "ECONNRESET")
      return { fault: "The file broke off: send it again." };
    if (error instanceof TooLong) return { fault: "The file has more than 32 MB: split it." };
    throw error;
  }
  return { changed, unknown, faults };
}

class TooLong extends Error {}
class NoCorrections extends Error {}

/** The rows come as they are read; what breaks off throws. */
async function* rowsOf(body: AsyncIterable<Buffer>): AsyncGenerator<{ record: Row; info: Info }> {
  const chunks = decodedText(limited(body));
  const { value: first, done } = await chunks.next();
  if (done) return;
  const rows = parse({
    bom: true,
    columns: (names: string[]) => checked(names.map((name) => name.trim().toLowerCase())),
    // Where numbers have a comma, spreadsheets part the columns by another sign. The header has it first.
    delimiter: /[,;\t]/.exec(first)?.[0] ?? ",",
    info: true,
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const source = Readable.from(
    (async function* () {
      yield first;
      yield* chunks;
    })(),
  );
  // What goes wrong comes out of the rows.
  pipeline(source, rows, () => undefined);
  yield* rows;
}

async function* limited(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new TooLong();
    yield chunk;
  }
}

/** The same columns, where a song can be found by them and a place on the map. */
function checked(columns: string[]): string[] {
  const has = (name: string) => columns.includes(name);
  const missing = [
    ...(has("track") || has("title") ? [] : ["title"]),
    ...(has("mood") ? [] : ["valence", "arousal"].filter((name) => !has(name))),
  ];
  if (missing.length === 0) return columns;
  const which = missing.length === 1 ? `column ${missing[0]} is` : `columns ${missing.join(", ")} are`;
  throw new NoCorrections(`This is no corrections file: the ${which} missing.`);
}

/** Where the row's song stands, or why that can't be told. */
function pointOf(row: Row): Affect | string {
  const said = [row.valence, row.arousal].some((text) => (text ?? "").trim() !== "");
  if (!said && row.mood !== undefined) return pointNamed(row.mood) ?? unknownMood;
  const [valence, arousal] = [axis(row.valence), axis(row.arousal)];
  return valence === null || arousal === null ? notOnMap : { valence, arousal };
}

/** By the name that people read, or the one in settings and addresses. */
function pointNamed(mood: string): Affect | null {
  const name = withoutApostrophes(mood).trim();
  const labels = Object.keys(labelPoints) as MoodLabel[];
  const found = labels.find((label) => alike(label, name) || alike(moodNames[label], name));
  return found === undefined ? null : labelPoints[found];
}

const notOnMap = "valence and arousal must be numbers from -1 to 1.";
const unknownMood = `mood must be one of ${Object.values(moodNames).join(", ")}.`;

function axis(text: string | undefined): number | null {
  const number = Number(withoutApostrophes(text?.trim() || "none").replace(",", "."));
  return Math.abs(number) <= 1 ? number : null;
}

const isSame = (one: Affect, other: Affect): boolean =>
  one.valence === other.valence && one.arousal === other.arousal;

async function tracksOf(row: Row, library: Library): Promise<readonly Id[]> {
  const title = withoutApostrophes(row.title ?? "");
  const artists = withoutApostrophes(row.artists ?? "");
  const named = (track: { title: string; artists: readonly string[] }) =>
    alike(track.title, title) && alike(track.artists.join("; "), artists);
  const own = row.track && uuid.test(row.track) ? await library.track(row.track) : null;
  if (own && (title === "" || named(own))) return [own.id];
  if (title === "") return [];
  // A hundred thousand songs have many of one name: with the artists among the words only the right ones are found.
  const search = `${title.slice(0, LONGEST_SEARCH)} ${artists.slice(0, LONGEST_SEARCH)}`;
  const { tracks } = await library.list({ search, limit: FOUND_BY_NAME, offset: 0 });
  return tracks.filter(named).map(({ id }) => id);
}

function alike(one: string, other: string): boolean {
  return one.normalize("NFC").toLowerCase() === other.normalize("NFC").toLowerCase();
}
