import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";
import { expect, test } from "vitest";
import { ownerRefusals, roomRefusals } from "../../src/protocol/refusals.ts";
import { fileFaults } from "../../src/ui/words/file-fault-words.ts";
import { root } from "../running-daemon.ts";

/**
 * Where no sentence is for whoever asked for something: logs, the health (of which pages go by the reason), figures, what
 * stands on a terminal, and what programs alone can get wrong.
 */
const TELL_NO_PAGE = [
  ...["arguments", "main", "runtime-folder", "restore-main", "door", "metrics"],
  ...["secure-door", "bundle", "support-main", "cover-keeper", "library-judge"],
  ...["library-keeper", "cards/readers", "machine-watch", "vision-supervisor", "appliance-key"],
  // A phone goes by `because`, for which its words are typed.
  "guest",
];

/** Of the store, what tells whoever waits for an answer why there is none. */
const OF_THE_STORE = ["faults", "thread", "make-backup", "long-work"];

/** Sentences of other files that are no answer to a page. */
const NO_ANSWERS: readonly string[] = [
  "Say in rights.ts who may ask for {}.", // At the start, to whoever forgot.
  "A stored hash is not of scrypt.",
  "Where the backups are can't be noted.",
  "The player could not make sound of this file.", // The song's own, which the library page knows as a fault of a file.
  // The answer that sets Mien up, besides the page's own words.
  "Keep your staff out of the camera's view, or black out where they stand, and hang up the notice: people must be told that it reads expressions (AI Act, Art. 50(3)).",
  // The state's `cards`, of which pages go by the reason.
  "Many cards that nobody here has were held to a reader: until they stop, only one is heard every few seconds.",
  // What pages look at before they send it, or never send.
  ...["A point needs both valence and arousal.", "Send the file as text/csv.", "Too many commands at once."],
  ...["The request must tell the file's Content-Length.", "{} has no {}{}."],
  // Of a schema, what no form can get wrong.
  ...["The {} is not as docs/api.md describes it.", "{} is nothing that can be told here: leave it out."],
  ...["{} must be {}.", "{} must be text.", "{} must be true or false.", "{} must be a list."],
  ...["{} must be an object.", "{} must be an id, as lists of tracks tell it.", "{} must be written as {}."],
  "A request must say in its Host header which machine it means.",
  "A request with a cookie must say by Origin that it comes from the appliance's own pages.",
  // While Mien ends.
  ...["The store {} has been closed. Open it again.", "The {} of {} was broken off."],
  "The addon of better-sqlite3 can't be loaded ({}). Run scripts/start, which builds it.",
];

interface Said {
  room: string;
  /** With the folders before it, below the room. */
  file: string;
  text: string;
}

/** Every text of a folder's source; what stands in it at run time is `{}`. */
function textsIn(room: string): readonly Said[] {
  return readdirSync(join(root, "src", room), { recursive: true, encoding: "utf8" })
    .filter((path) => /^(?!.*(\.test|testing[^/]*|testing\/.*|stand-in-main)\.ts$).*\.ts$/.test(path))
    .flatMap((path) => {
      const file = path.slice(0, -".ts".length);
      const { program } = parseSync(path, readFileSync(join(root, "src", room, path), "utf8"));
      return textsOf(program).map((text) => ({ room, file, text }));
    });
}

function textsOf(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== "object" || node === null) return [];
  const { type, value, left, right, operator, quasis } = node as Readonly<Record<string, unknown>>;
  if (type === "Literal") return typeof value === "string" ? [value] : [];
  const below = Object.values(node).flatMap(textsOf);
  if (type === "TemplateLiteral") return [joined(quasis), ...below];
  if (type !== "BinaryExpression" || operator !== "+") return below;
  const [[first], [second]] = [textsOf(left), textsOf(right)];
  return first === undefined || second === undefined ? below : [first + second];
}

const joined = (quasis: unknown): string =>
  (quasis as readonly { value: { cooked: string } }[]).map(({ value }) => value.cooked).join("{}");

/** By its name, whatever folder it is in. */
const isOneOf = (file: string, names: readonly string[]): boolean =>
  names.some((name) => `/${file}`.endsWith(`/${name}`));

const isSentence = (text: string): boolean => /^(\{\}|[A-Z]).*\s.*\.$/s.test(text);
const escaped = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&");
/** Of "{} is {}." nobody could tell what it is. */
const hasWords = (text: string): boolean => (text.replaceAll("{}", "").match(/\p{L}/gu) ?? []).length >= 10;
/** What of a table it may be: all of a sentence, or a part that another one is put before or behind. */
const within = (text: string): RegExp => new RegExp(escaped(text).replaceAll("{}", ".*"), "s");
const wholly = (text: string): RegExp => new RegExp(`^${escaped(text).replaceAll("{}", ".*")}$`, "s");

const refusals = Object.values({ ...roomRefusals, ...ownerRefusals });
const { theFile, ...kinds } = fileFaults;
const faults = [theFile, ...Object.values(kinds).flatMap((kind) => Object.values(kind))];

const house = ["daemon", "store", "protocol", "library"].flatMap(textsIn);

test("every sentence that the daemon refuses with has a code, or is of a file, which pages know by its sentence", () => {
  const answers = house.filter(
    ({ room, file, text }) =>
      isSentence(text) &&
      ((room === "daemon" && !isOneOf(file, TELL_NO_PAGE)) ||
        (room === "store" && isOneOf(file, OF_THE_STORE))),
  );
  expect(answers.length).toBeGreaterThan(90);
  const known = [...refusals, ...faults];
  const unknown = answers.filter(
    ({ text }) =>
      !NO_ANSWERS.includes(text) && !(hasWords(text) && known.some((each) => within(text).test(each))),
  );
  expect(unknown.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
});

test("every refusal that has a code is one that the daemon says", () => {
  const said = house.filter(({ file, text }) => file !== "refusals" && hasWords(text));
  const patterns = said.map(({ text }) => wholly(text));
  expect(refusals.filter((each) => !patterns.some((pattern) => pattern.test(each)))).toEqual([]);
});

test("every sentence about a file that the library page knows is one that the daemon says", () => {
  const said = house.map(({ text }) => text).join("\n");
  expect(faults.length).toBeGreaterThan(60);
  expect(faults.filter((sentence) => !said.includes(sentence.replaceAll(/\{\w+\}/g, "{}")))).toEqual([]);
});

test("what is exempt is still there", () => {
  const missing = (names: readonly string[]) =>
    names.filter((name) => !house.some(({ file }) => isOneOf(file, [name])));
  expect(missing([...TELL_NO_PAGE, ...OF_THE_STORE])).toEqual([]);
  const texts = new Set(house.map(({ text }) => text));
  expect(NO_ANSWERS.filter((text) => !texts.has(text))).toEqual([]);
});
