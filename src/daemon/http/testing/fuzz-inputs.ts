import fc from "fast-check";
import { Settings } from "../../../protocol/settings.ts";

// What nobody in their right mind would send, and what is almost right.

const nasty: readonly string[] = [
  ...[
    "",
    " ",
    "null",
    "undefined",
    "__proto__",
    "constructor",
    "../../etc/passwd",
    "%2e%2e%2f",
    "%zz",
    "\u0000",
  ],
  ...["' OR '1'='1", "1); DROP TABLE people; --", "<script>alert(1)</script>", "{{7*7}}"],
  ...["\ud800", "\u202e", "a".repeat(5_000), "9".repeat(400), "-0", "1e999", "NaN", "0x10"],
];

export const someText = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ maxLength: 20 }),
);

const someNumber = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(0, -0, -1, 2 ** 53, 1e308, 0.1, 86_400_001),
);

const someValue = fc.oneof(
  { weight: 3, arbitrary: someText },
  { weight: 3, arbitrary: someNumber },
  { weight: 1, arbitrary: fc.constantFrom(null, true, false, [], {}) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.array(someText, { maxLength: 30 }) },
);

const words = [
  ...[
    "do",
    "type",
    "id",
    "command",
    "volume",
    "on",
    "affect",
    "valence",
    "arousal",
    "forMs",
    "positionMs",
    "pick",
  ],
  ...[
    "when",
    "track",
    "what",
    "correction",
    "languages",
    "artists",
    "policy",
    "name",
    "pin",
    "passphrase",
    "role",
  ],
  ...[
    "ticket",
    "code",
    "admin",
    "wishes",
    "number",
    "taste",
    "tracks",
    "point",
    "limit",
    "offset",
    "search",
    "path",
  ],
  ...[
    "newPin",
    "newPassphrase",
    "onTile",
    "named",
    "reader",
    "skip",
    "from",
    "until",
    "days",
    "stands",
    "place",
  ],
  ...["shown", "words", "mood", "awake", "reads"],
  ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"],
  ...Object.keys(Settings.properties),
];

/** Fields that are known here with values that are not. Made by text, so that `__proto__` is one of them. */
const someObject = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...words), someText), someValue), { maxLength: 6 })
  .map((fields) => `{${fields.map(([key, value]) => `${text(key)}:${text(value)}`).join()}}`);

const commands = [
  ...["play", "pause", "skip", "seek", "setVolume", "switchCamera", "setMood", "letCameraLead", "playPick"],
  ...[
    "playTrack",
    "unqueue",
    "otherPicks",
    "wrongMood",
    "block",
    "undoCorrection",
    "prefer",
    "format the disk",
  ],
] as const;

const id = fc.oneof(fc.uuid(), fc.string({ minLength: 1, maxLength: 64 }));
const point = fc.record({
  valence: fc.double({ min: -1, max: 1, noNaN: true }),
  arousal: fc.double({ min: -1, max: 1, noNaN: true }),
});

/** Every one of these the schema takes; whether it can be done is another matter. */
const rightCommand = fc.oneof(
  fc.record({ do: fc.constantFrom("play", "pause", "skip", "letCameraLead", "otherPicks") }),
  fc.record({ do: fc.constant("seek"), positionMs: fc.double({ min: 0, max: 86_400_000, noNaN: true }) }),
  fc.record({ do: fc.constant("setVolume"), volume: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ do: fc.constant("switchCamera"), on: fc.boolean() }),
  fc.record({
    do: fc.constant("setMood"),
    affect: point,
    forMs: fc.integer({ min: 10_000, max: 14_400_000 }),
  }),
  fc.record({ do: fc.constant("playPick"), pick: id, when: fc.constantFrom("now", "next") }),
  fc.record({ do: fc.constant("playTrack"), track: id, when: fc.constantFrom("now", "next") }),
  fc.record({ do: fc.constantFrom("unqueue"), pick: id }),
  fc.record({ do: fc.constant("wrongMood"), track: id }),
  fc.record({ do: fc.constant("block"), track: id, what: fc.constantFrom("song", "artist") }),
  fc.record({ do: fc.constant("undoCorrection"), correction: id }),
  fc.record({
    do: fc.constant("prefer"),
    languages: fc.array(fc.constantFrom("de", "en", "zh-Hant", "xx"), { maxLength: 10 }),
    artists: fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), { maxLength: 20 }),
    policy: fc.constantFrom("match", "lift", "calm", "energise", "glide", null),
  }),
);

/** A message that the socket takes. */
export const rightMessage = fc
  .tuple(fc.nat(2 ** 31), rightCommand)
  .map(([number, command]) => JSON.stringify({ type: "command", id: number, command }));

/** A word that a guest's phone says. */
export const rightWord = fc.boolean().map((awake) => JSON.stringify({ type: "awake", awake }));

interface GuestRequest {
  row: string;
  param?: string;
  query?: [string, string][];
  body?: object;
}
/** What a guest's phone asks for so that the schema takes it: otherwise little would come as far as the guests. */
const guestRequest: fc.Arbitrary<GuestRequest> = fc.oneof(
  someText.map((words): GuestRequest => ({ row: "GET /api/guest/songs", query: [["words", words]] })),
  fc.tuple(fc.constantFrom("calm", "elated", "tense"), fc.nat(10_000)).map(
    ([param, from]): GuestRequest => ({
      ...{ row: "GET /api/guest/moods/:mood", param, query: [["from", String(from)]] },
    }),
  ),
  fc.array(fc.uuid(), { maxLength: 60 }).map((shown) => ({ row: "POST /api/guest/others", body: { shown } })),
  fc.uuid().map((track) => ({ row: "POST /api/guest/requests", body: { track } })),
  fc.uuid().map((param) => ({ row: "DELETE /api/guest/requests/:id", param })),
  fc
    .tuple(fc.uuid(), fc.boolean())
    .map(([param, skip]) => ({ row: "PUT /api/guest/votes/:id", param, body: { skip } })),
);

const wrongCommand = fc
  .tuple(fc.oneof(fc.constantFrom(...commands), someText), someObject)
  .map(([name, fields]) => `{"do":${text(name)},${fields.slice(1)}`.replace(",}", "}"));

/** Cut off, doubled, with a byte that is another one: what a broken page or a bored one would send. */
const broken = fc
  .tuple(rightMessage, fc.nat(400), fc.constantFrom("cut", "twice", "byte", "deep", "large"))
  .map(([message, n, how]) => {
    const at = n % message.length;
    const ways = {
      cut: () => message.slice(0, at),
      twice: () => message + message,
      byte: () => message.slice(0, at) + String.fromCharCode(n) + message.slice(at + 1),
      deep: () => '{"command":'.repeat(n) + message,
      large: () => message.padEnd(4_000 + n * 4, " "),
    };
    return ways[how]();
  });

/** Text as it is sent: JSON of some other shape, almost a command, or no JSON at all. */
export const wrongMessage = fc.oneof(
  { weight: 3, arbitrary: wrongCommand.map((command) => `{"type":"command","id":1,"command":${command}}`) },
  { weight: 2, arbitrary: someObject },
  { weight: 2, arbitrary: broken },
  { weight: 1, arbitrary: someValue.map(text) },
  { weight: 1, arbitrary: someText },
);

/** To a guest's phone's socket: almost one of its words, or what another door takes. */
export const wrongWord = fc.oneof(
  { weight: 2, arbitrary: someValue.map((awake) => `{"type":"awake","awake":${text(awake)}}`) },
  {
    weight: 1,
    arbitrary: someObject.map((fields) => `{"type":"awake",${fields.slice(1)}`.replace(",}", "}")),
  },
  { weight: 1, arbitrary: rightMessage },
  { weight: 3, arbitrary: wrongMessage },
);

/** A request's body, and what stands in its address. */
export const someRequest = fc.record({
  body: fc.oneof(
    { weight: 5, arbitrary: someObject },
    { weight: 2, arbitrary: wrongCommand },
    { weight: 2, arbitrary: rightCommand.map(text) },
    { weight: 1, arbitrary: broken },
    { weight: 1, arbitrary: someText },
  ),
  type: fc.oneof(
    { weight: 8, arbitrary: fc.constant("application/json") },
    {
      weight: 1,
      arbitrary: fc.constantFrom("text/plain", "text/csv", "multipart/form-data", "application/xml", "/"),
    },
  ),
  query: fc.array(fc.tuple(fc.constantFrom(...words), fc.oneof(someText, someNumber.map(String))), {
    maxLength: 3,
  }),
  param: someText,
  /** In place of all these, of a guest's phone. */
  asPhone: guestRequest,
  route: fc.nat(),
  sender: fc.nat(),
});

/** A lone surrogate is what JSON can say and UTF-8 can't; NaN is what neither can. */
function text(value: unknown): string {
  return JSON.stringify(value) ?? "null";
}
