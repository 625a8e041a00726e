import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import Database from "better-sqlite3";
import { openDatabase } from "../src/store/database.ts";
import { migrate } from "../src/store/migrate.ts";
import { migrations } from "../src/store/migrations/all.ts";
import { folded } from "../src/store/search/folding.ts";
import { searchIndex } from "../src/store/search/search-index.ts";
import { searchExpression, searchText } from "../src/store/search/search-text.ts";
import { Unusable } from "./model-sides/unusable.ts";
import { MadeUpLibrary } from "./store-sides/made-up-library.ts";
import { percentile } from "./store-sides/times.ts";

export const title = "Ways to index titles in any script: size, time, and what they find";
export const help = "npm run bench -- search [--tracks N]   N is 100,000 unless told otherwise.";

const prefixes = "prefix = '1 2 3'";
/** Each way with its tokenizer, how it takes a text, and how a query. */
const ways = [
  {
    name: "words, accents dropped by SQLite",
    options: `tokenize = 'unicode61 remove_diacritics 2', ${prefixes}`,
    text: (text: string): string => text,
    query: (text: string): string => `"${text}"*`,
  },
  {
    name: "trigrams of folded text",
    options: "tokenize = 'trigram'",
    text: folded,
    query: (text: string): string => `"${folded(text)}"`,
  },
  {
    name: "folded words, pairs of CJK (Mien's)",
    options: `tokenize = 'ascii', ${prefixes}`,
    text: (text: string): string => searchText(text) ?? "",
    query: (text: string): string => searchExpression(text) ?? "",
  },
] as const;

export interface SearchFigures {
  tracks: number;
  /** `found`: of the titles that hold one, two or three Japanese signs, the share that these signs find. */
  ways: readonly {
    name: string;
    megabytes: number;
    seconds: number;
    found: readonly number[];
    p99Ms: number;
  }[];
  /** A library of an earlier version taken into the new index, by the turns of the writing thread. */
  rebuild: { seconds: number; cpuSeconds: number; turns: number; longestTurnMs: number; openMs: number };
}

export async function run(args: readonly string[]): Promise<SearchFigures> {
  const { values } = parseArgs({ args: [...args], options: { tracks: { type: "string" } } });
  const tracks = Number(values.tracks ?? 100_000);
  if (!Number.isInteger(tracks) || tracks < 1000)
    throw new Unusable(`--tracks takes a whole number from 1000 on, not ${values.tracks}.`);
  const library = new MadeUpLibrary(tracks, "scattered");
  const songs = Array.from({ length: tracks }, (_, index) => library.file(index).track);
  const folder = await mkdtemp(join(tmpdir(), "mien-bench-search-"));
  try {
    const figures = [];
    for (const [index, way] of ways.entries())
      figures.push(await measureWay(way, songs, join(folder, `${index}.db`)));
    return { tracks, ways: figures, rebuild: measureRebuild(songs, join(folder, "earlier.db")) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Songs = readonly ReturnType<MadeUpLibrary["file"]>["track"][];

async function measureWay(way: (typeof ways)[number], songs: Songs, file: string) {
  const database = new Database(file);
  database.exec(
    `CREATE VIRTUAL TABLE found USING fts5 (title, artists, album, content = '', contentless_delete = 1, ${way.options})`,
  );
  const put = database.prepare("INSERT INTO found (rowid, title, artists, album) VALUES (?, ?, ?, ?)");
  const startedAt = performance.now();
  database.transaction(() => {
    for (const [index, { title, artists, album }] of songs.entries())
      put.run(index + 1, way.text(title), way.text(artists.join(" ")), way.text(album ?? ""));
  })();
  const seconds = (performance.now() - startedAt) / 1000;
  const find = database
    .prepare<[string], number>("SELECT rowid FROM found WHERE found MATCH ? LIMIT 1001")
    .pluck();
  const took: number[] = [];
  const shares: number[][] = [[], [], []];
  for (const typed of typedFor(songs)) {
    const from = performance.now();
    const rows = find.all(way.query(typed));
    took.push(performance.now() - from);
    if (isLatin(typed)) continue;
    const holds = songs.filter(({ title }) => title.includes(typed)).length;
    const found = rows.filter((row) => songs[row - 1]?.title.includes(typed)).length;
    shares[typed.length - 1]?.push(found / Math.min(1001, holds));
  }
  database.close();
  const megabytes = (await stat(file)).size / 1e6;
  const found = shares.map((each) => each.reduce((sum, share) => sum + share, 0) / each.length);
  return { name: way.name, megabytes, seconds, found, p99Ms: percentile(took, 0.99) };
}

const isLatin = (text: string): boolean => /^[ -~]/.test(text);

/** Of 400 songs the first three letters, one by one; of a Japanese title one to three signs from its midst. */
function typedFor(songs: Songs): string[] {
  const each = Math.max(1, Math.floor(songs.length / 400));
  return songs
    .filter((_, index) => index % each === 0)
    .flatMap(({ title }) => [1, 2, 3].map((length) => title.slice(isLatin(title) ? 0 : 1).slice(0, length)))
    .filter((typed) => typed !== "");
}

function measureRebuild(songs: Songs, file: string): SearchFigures["rebuild"] {
  const earlier = new Database(file);
  migrate(earlier, file, migrations.slice(0, 2));
  const insert = earlier.prepare(
    `INSERT INTO tracks (id, place_id, content_hash, title, title_order, artists, album, genres, languages, duration_ms, present)
     VALUES (?, 'place', ?, ?, ?, ?, ?, ?, '[]', 1000, 1)`,
  );
  earlier.transaction(() => {
    for (const [index, { title, artists, album, genres }] of songs.entries())
      insert.run(
        `${index}`,
        `${index}`,
        title,
        title,
        JSON.stringify(artists),
        album,
        JSON.stringify(genres),
      );
  })();
  earlier.close();
  const openedAt = performance.now();
  const database = openDatabase(file, "writer", null);
  const { rebuildSome } = searchIndex(database);
  const openMs = performance.now() - openedAt;
  const turns: number[] = [];
  const cpu = process.cpuUsage();
  for (let isMore = true; isMore; ) {
    const from = performance.now();
    isMore = rebuildSome();
    turns.push(performance.now() - from);
  }
  const { user, system } = process.cpuUsage(cpu);
  database.close();
  const seconds = turns.reduce((sum, ms) => sum + ms, 0) / 1000;
  return {
    seconds,
    cpuSeconds: (user + system) / 1e6,
    turns: turns.length,
    longestTurnMs: Math.max(...turns),
    openMs,
  };
}

export function table({ tracks, ways, rebuild }: SearchFigures): string {
  return [
    `${tracks} tracks`,
    `${"".padEnd(38)}${["size", "to make", "1 sign", "2 signs", "3 signs", "p99"].map((name) => name.padStart(10)).join("")}`,
    ...ways.map(({ name, megabytes, seconds, found, p99Ms }) => {
      const shares = found.map((share) => `${(100 * share).toFixed(0)} %`);
      const cells = [
        `${megabytes.toFixed(1)} MB`,
        `${seconds.toFixed(1)} s`,
        ...shares,
        `${p99Ms.toFixed(2)} ms`,
      ];
      return name.padEnd(38) + cells.map((cell) => cell.padStart(10)).join("");
    }),
    "(the share of the titles that hold so many Japanese signs which typing them finds)",
    `An earlier version's database opens in ${rebuild.openMs.toFixed(0)} ms; its index is then made in ${rebuild.turns} turns, ` +
      `${rebuild.seconds.toFixed(1)} s in all (${rebuild.cpuSeconds.toFixed(1)} s of CPU), the longest ${rebuild.longestTurnMs.toFixed(0)} ms.`,
  ].join("\n");
}
