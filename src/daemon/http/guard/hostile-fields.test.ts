import { setTimeout as pause } from "node:timers/promises";
import type { TSchema } from "typebox";
import { Value } from "typebox/value";
import { beforeEach, expect, test } from "vitest";
import { labelOf } from "../../../mood/labels.ts";
import { scannedFile } from "../../../store/testing.ts";
import { html, sql, succeeded, underAttack } from "../testing/attacks.ts";
import { asGuest } from "../testing/browsers.ts";
import type { Browser, SeatedServer } from "../testing/seats.ts";

// What is typed into a field, stands in a song's tags, or is asked for as a file.

const { attack, stranger, ...attacked } = underAttack();
let under: SeatedServer;
beforeEach(() => {
  under = attacked.server();
});

/** For who has said hello. */
const forGuests = /\/api\/guest\//;
const secretTitle = "Zorbanella Quixfeld";
/** What takes a minute, goes on for ever, or takes no text. */
const others = /scan|backups$|uploads|copies|preview|support|logs|learning|teach|\/ws|\*/;

/** Everybody who was here before, with their rights and PINs. Of a passphrase an admin may make what they like. */
async function peopleBefore(): Promise<string> {
  const all = await under.kept.store.people.all();
  const known = all.filter(({ id }) => Object.values(under.ids).includes(id));
  return JSON.stringify(known.map(({ id, role, pinHash }) => [id, role, pinHash]));
}

test("SQL in every text of every route: as an admin who has a guest's phone too, and so may ask for all of them", async () => {
  await under.appliance.settings.change({ guestPage: true });
  const phones = new Map<string, Browser>();
  for (const text of sql) phones.set(text, await asGuest(under, { ...stranger(), secure: true }));
  const toGuests = new Map<string, number[]>();
  await under.kept.store.library.put([scannedFile("/music/1.mp3", { track: { title: secretTitle } })]);
  const before = await peopleBefore();
  const fields = new Set<string>();
  for (const [row, schema] of under.server.guardedRoutes) {
    if (others.test(row)) continue;
    const [method = "", pattern = ""] = row.split(" ");
    // Newly signed in: on some routes they sign out.
    const admin = await under.someone("admin", "admin");
    const { params, querystring, body } = schema as Readonly<Record<string, TSchema | undefined>>;
    for (const [place, taken] of Object.entries({ params, querystring, body }))
      for (const path of taken === undefined ? [] : textsIn(taken)) {
        fields.add(`${row} ${place} ${path.join(".")}`);
        for (const text of sql) {
          const filled = { ...exampleOf(taken as TSchema) };
          set(filled, path, text);
          const url = pattern.replace(/:(\w+)/g, (_, name) =>
            encodeURIComponent(place === "params" ? String(filled[name] ?? text) : under.ids.member),
          );
          const query =
            place === "querystring" ? `?${new URLSearchParams(filled as Record<string, string>)}` : "";
          const phone = phones.get(text) ?? stranger();
          const from = { ...admin, ...phone, cookies: { ...admin.cookies, ...phone.cookies } };
          const answer = await askPatiently(from, method, url + query, place === "body" ? filled : undefined);
          if (forGuests.test(row)) toGuests.set(row, [...(toGuests.get(row) ?? []), answer.statusCode]);
          // Signs alone are no search: then all is told, as with nothing in the field.
          const isTold = method === "GET" && /[a-z]/i.test(text) && answer.body.includes(secretTitle);
          attack(
            answer.statusCode >= 500 || isTold || /scrypt|argon2/.test(answer.body),
            `${text} at ${row}, ${path.join(".")}: ${answer.statusCode} ${answer.body.slice(0, 80)}`,
          );
        }
      }
  }
  // The walk went somewhere, to guests' routes too: an id must look like one there, and words may be any.
  expect(fields.size).toBeGreaterThan(30);
  expect(toGuests.size).toBeGreaterThan(4);
  expect(toGuests.get("GET /api/guest/songs")).toEqual(sql.map(() => 200));
  attack((await peopleBefore()) !== before, "somebody is another one");
  attack((await under.kept.store.people.sessions()).length === 0, "the sessions are gone");
}, 400_000);

/** All phones together are told to wait a second when they ask for much. */
async function askPatiently(...asked: Parameters<SeatedServer["ask"]>): ReturnType<SeatedServer["ask"]> {
  const answer = await under.ask(...asked);
  if (answer.statusCode !== 429 || answer.json().because !== "busy") return answer;
  await pause(100);
  return askPatiently(...asked);
}

test("HTML and lines in a song's tags, in every answer that tells of it", async () => {
  const point = { valence: 0.5, arousal: 0.5 };
  const nasty = [
    ...html.slice(0, 3),
    "</text><script>alert(1)</script>",
    "a\n#EXTINF:1,b\n/etc/passwd",
    "=cmd|' /C calc'!A0",
  ];
  await under.kept.store.library.put(
    nasty.map((text, n) =>
      scannedFile(`/music/tags ${n}.mp3`, {
        track: {
          ...{ title: text, artists: [text], album: text, genres: [text] },
          affect: { point, confidence: 1, from: "tag" },
        },
      }),
    ),
  );
  const admin = await under.someone("admin", "admin");
  const { tracks } = await under.kept.store.library.list({ search: null, limit: 100, offset: 0 });
  const covers = tracks.map(({ id }) => `/api/library/tracks/${id}/cover`);
  const answers = [
    ...["/api/library/tracks", "/api/library/artists", "/api/library/map", "/api/state", "/api/history"],
    ...[
      `/api/library/moods.m3u8?label=${labelOf(point, null)}`,
      "/api/library/corrections.csv",
      "/api/plays.csv",
      ...covers,
    ],
  ];
  for (const url of answers) {
    const answer = await under.ask(admin, "GET", url);
    expect([url, answer.statusCode]).toEqual([url, 200]);
    const type = String(answer.headers["content-type"]);
    attack(
      /html|javascript/.test(type) || answer.headers["x-content-type-options"] !== "nosniff",
      `${url} as a page`,
    );
    attack(
      !String(answer.headers["content-security-policy"]).includes("script-src 'self'"),
      `${url} with scripts`,
    );
    // What a browser draws, and what players and tables take at their word.
    if (type.startsWith("image/svg"))
      attack(/<script|\son\w+=/i.test(withoutQuoted(answer.body)), `${url} with a script`);
    if (url.includes("m3u8")) attack(/^\/etc\/passwd/m.test(answer.body), "a line of its own in a playlist");
    if (url.endsWith("csv")) attack(/(^|,)"?=cmd/m.test(answer.body), `a formula in ${url}`);
  }
});

test("ways out of the folders, of pages, covers, pictures and backups", async () => {
  const admin = await under.someone("admin", "admin");
  const ways = [
    ...["../main.js", "../../../../package.json", "../../../../../../../../etc/passwd", "/etc/passwd"],
    ...["....//....//etc/passwd", "..\\..\\package.json", "../main.js\u0000.svg", "~/.ssh/id_ed25519"],
  ];
  const written = (way: string) => [
    way,
    encodeURIComponent(way),
    encodeURIComponent(encodeURIComponent(way)),
    way.replaceAll("..", "%2e%2e").replaceAll("/", "%2f"),
    way.replaceAll("/", "%5c"),
    way.replaceAll("..", "%c0%ae%c0%ae"),
  ];
  const places = [
    "/",
    "/assets/",
    "/api/model/pictures/",
    "/api/backups/",
    "/api/library/tracks/",
    "/admin/",
  ];
  for (const from of [admin, stranger()])
    for (const place of places)
      for (const url of ways.flatMap(written).map((way) => place + way)) {
        const answer = await under.ask(from, "GET", url).catch(() => null);
        // An address that is none at all never leaves the client.
        if (answer === null) continue;
        attack(succeeded(answer) || answer.statusCode >= 500, `${url}: ${answer.statusCode}`);
        attack(/root:x:|SQLite format|"dependencies"/.test(answer.body), `${url} tells`);
      }
  for (const way of ways) {
    const cover = `/api/library/tracks/${encodeURIComponent(way)}/cover`;
    const upload = `/api/library/uploads?path=${encodeURIComponent(way)}`;
    attack(succeeded(await under.ask(admin, "GET", cover)), cover);
    attack(succeeded(await under.ask(stranger(), "PUT", upload, {})), upload);
  }
});

/** What is in an attribute is text, for as long as it stays in there. */
const withoutQuoted = (svg: string): string => svg.replaceAll(/"[^"]*"/g, '""');

type Path = readonly string[];

/** Where text may stand, in whichever of its forms. */
function textsIn(schema: TSchema): readonly Path[] {
  const { type, properties, items, anyOf, allOf } = schema as {
    type?: string;
    properties?: Record<string, TSchema>;
    items?: TSchema;
    anyOf?: TSchema[];
    allOf?: TSchema[];
  };
  if (type === "string") return [[]];
  const below = [
    ...(anyOf ?? []).flatMap(textsIn),
    ...(allOf ?? []).flatMap(textsIn),
    ...(items === undefined ? [] : textsIn(items).map((path) => ["0", ...path])),
    ...Object.entries(properties ?? {}).flatMap(([name, one]) => textsIn(one).map((path) => [name, ...path])),
  ];
  return [...new Map(below.map((path) => [path.join("."), path])).values()];
}

/** Something that fits but for the text, so that it is the text that decides; nothing where none can be made up. */
function exampleOf(schema: TSchema): Record<string, unknown> {
  try {
    return structuredClone(Value.Create(schema)) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function set(filled: Record<string, unknown>, path: Path, text: string): void {
  const [name, ...rest] = path;
  if (name === undefined) return;
  if (rest.length === 0) filled[name] = text;
  else {
    const below =
      typeof filled[name] === "object" && filled[name] !== null ? filled[name] : rest[0] === "0" ? [] : {};
    filled[name] = below;
    set(below as Record<string, unknown>, rest, text);
  }
}
