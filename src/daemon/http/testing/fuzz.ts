import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import type { Role, Seat } from "../../../protocol/people.ts";
import { mayDo, routeRights } from "../guard/rights.ts";
import { guestCookie } from "../routes/guest.ts";
import { asGuest } from "./browsers.ts";
import { someRequest } from "./fuzz-inputs.ts";
import { sendMessages } from "./fuzz-sockets.ts";
import { type Browser, type SeatedServer, seatServer } from "./seats.ts";

/** So many are made up at once. */
const BATCH = 500;

export interface FuzzReport {
  seed: number;
  requests: number;
  messages: number;
  /** Of these what guests' phones sent: requests that the schema took and that the owner's page was on for. */
  byPhones: { requests: number; messages: number };
  /** How many requests were answered so. */
  answers: Readonly<Record<number, number>>;
  /** What should not have happened: at most ten of them, and how many there were. */
  through: readonly string[];
  gotThrough: number;
  /** Of memory that is in use, after the first tenth and at the end. */
  heapMb: readonly [number, number];
  cpuSeconds: number;
}

/**
 * Sends what nobody should to a whole server in this process: requests to every route, as everybody, and messages to each
 * socket. Got through is what was done without the right to it, what broke something here, and what left a trace in the
 * people. The same seed sends the same.
 */
export async function fuzz({ count, seed }: { count: number; seed: number }): Promise<FuzzReport> {
  const under = await seatServer({ guestPage: true });
  const address = await under.server.listen({ host: "127.0.0.1", port: 0 });
  const before = process.cpuUsage();
  const [answers, through]: [Record<number, number>, string[]] = [{}, []];
  let [requests, messages, gotThrough] = [0, 0, 0];
  const byPhones = { requests: 0, messages: 0 };
  const got = (what: string) => {
    gotThrough++;
    if (through.length < 10) through.push(what.slice(0, 500));
  };
  const people = await peopleOf(under);
  let firstMb = 0;
  try {
    for (let batch = 0; requests + messages < count; batch++) {
      const many = Math.min(BATCH, count - requests - messages);
      await letGuestsIn(under);
      if (batch % 2 === 0) {
        const senders = await sendersOf(under);
        for (const each of fc.sample(someRequest, { numRuns: many, seed: seed + batch })) {
          const sender = senders[each.sender % senders.length];
          if (sender === undefined) continue;
          const { status, isHeardGuest } = await sendRequest(under, each, sender, got);
          answers[status] = (answers[status] ?? 0) + 1;
          requests++;
          if (isHeardGuest) byPhones.requests++;
        }
      } else {
        const page = await under.someone("guest", "kiosk");
        const phone = await asGuest(under, someAddress(++addresses));
        const toPhones = await sendMessages({ address, page, phone }, many, seed + batch, got);
        messages += many;
        byPhones.messages += toPhones;
      }
      if (firstMb === 0 && requests + messages >= count / 10) firstMb = usedMb();
    }
    const health = await under.ask(someAddress(0), "GET", "/api/health");
    if (health.statusCode !== 200) got(`the health answers ${health.statusCode}`);
    if ((await peopleOf(under)) !== people) got("somebody's role, PIN, passphrase or card is another one");
    if (Object.keys(Object.prototype).length > 0) got("every object has a new property");
    const { user, system } = process.cpuUsage(before);
    return {
      ...{ seed, requests, messages, byPhones, answers, through, gotThrough },
      ...{ heapMb: [firstMb, usedMb()], cpuSeconds: (user + system) / 1e6 },
    };
  } finally {
    await under.remove();
  }
}

export function fuzzTable({
  seed,
  requests,
  messages,
  byPhones,
  answers,
  gotThrough,
  through,
  heapMb,
  cpuSeconds,
}: FuzzReport) {
  const number = (value: number) => value.toLocaleString("en");
  const told = Object.entries(answers).map(([status, times]) => `${number(times)} × ${status}`);
  return [
    `${number(requests + messages)} messages were tried; ${gotThrough === 0 ? "none" : gotThrough} got through.`,
    `${number(requests)} requests (${told.join(", ")}) and ${number(messages)} to the sockets, by seed ${seed}.`,
    `Of these a guest's phone sent ${number(byPhones.requests)} requests that came as far as an answer of its own, and ${number(byPhones.messages)} messages.`,
    `Memory in use: ${heapMb[0].toFixed(1)} MB after the first tenth, ${heapMb[1].toFixed(1)} MB at the end. CPU: ${cpuSeconds.toFixed(0)} s.`,
    ...through.map((what) => `  got through: ${what}`),
  ].join("\n");
}

type Asked = ReturnType<typeof someRequest.generate>["value"];
interface Sender {
  browser: Browser;
  /** It has said hello. */
  isPhone?: boolean;
  role: Role;
  seat: Seat;
}

/** What an admin may do, and what would take a minute or go on for ever. */
const notForAdmins = /scan|backups|uploads|copies|corrections\.csv|preview|logs|support|learning|teach/;

/** What opens a socket answers an ordinary request as what is not there. */
const routes = Object.keys(routeRights).filter((row) => !/ \/(\*|metrics)/.test(row));
/** For who has said hello alone. */
const forGuests = /\/api\/guest\//;

async function sendRequest(
  under: SeatedServer,
  asked: Asked,
  sender: Sender,
  got: (what: string) => void,
): Promise<{ status: number; isHeardGuest: boolean }> {
  const { browser, role, seat, isPhone = false } = sender;
  const isRight = isPhone && asked.route % 2 === 0;
  const { body, type, query, param, row } = isRight ? asPhone(asked) : wrongly(asked, sender);
  const [method = "", pattern = ""] = row.split(" ");
  const told = query.map(([key, value]) => `${key}=${encoded(value)}`).join("&");
  const url = `${pattern.replace(/:\w+/g, encoded(param) || "x")}${told === "" ? "" : `?${told}`}`;
  const takesBody = method !== "GET";
  const answer = await under.ask(
    ...([browser, method, url] as const),
    ...(takesBody ? ([body, { "content-type": type }] as const) : []),
  );
  const status = answer.statusCode;
  const what = `${method} ${url} with ${takesBody ? body : "nothing"} as a ${role} at ${seat}`;
  // 503 is said of what waits for others, and of a store that can't be asked.
  if (status >= 500 && status !== 503) got(`${status} to ${what}`);
  if (status < 300 && !mayDo(routeRights[row] ?? {}, { role, seat })) got(what);
  const isForGuests = forGuests.test(row);
  if (status < 300 && isForGuests && !isPhone) got(`${what}, who has not said hello`);
  return { status, isHeardGuest: isForGuests && isPhone && isHeard(status, answer.body) };
}

function wrongly({ route, ...asked }: Asked, { role, isPhone = false }: Sender) {
  const fitting = routes.filter((row) =>
    isPhone ? forGuests.test(row) : role !== "admin" || !notForAdmins.test(row),
  );
  return { ...asked, row: fitting[route % fitting.length] ?? "" };
}

function asPhone({ asPhone: { row, param = "", query = [], body = {} } }: Asked) {
  return { row, param, query, body: JSON.stringify(body), type: "application/json" };
}

/** By what is behind the page that the owner turned on, and not by the schema before it. */
function isHeard(status: number, body: string): boolean {
  return status < 300 || ((status === 404 || status === 409) && !body.includes('"because":"off"'));
}

/** What an admin's requests may have changed. */
async function letGuestsIn({ appliance: { settings } }: SeatedServer): Promise<void> {
  for (const name of ["guestPhones", "guestPhonesPerAddress", "guestRequests", "guestVotes"] as const)
    await settings.reset(name);
  await settings.change({ guestPage: true });
}

/** Newly signed in: one that went before may have signed out. */
async function sendersOf(under: SeatedServer): Promise<Sender[]> {
  const seated = async (role: Role, seat: Seat): Promise<Sender> => ({
    ...{ browser: await under.someone(role, seat), role, seat },
  });
  const known = await Promise.all([
    ...[
      seated("member", "phone"),
      seated("guest", "kiosk"),
      seated("admin", "admin"),
      seated("member", "kiosk"),
    ],
  ]);
  const strangers = Array.from({ length: 8 }, () => ({
    browser: someAddress(++addresses),
    ...{ role: "guest" as const, seat: "phone" as const },
  }));
  const phones = await Promise.all(
    Array.from(
      { length: 4 },
      async (): Promise<Sender> => ({
        browser: await asGuest(under, someAddress(++addresses)),
        ...{ role: "guest", seat: "phone", isPhone: true },
      }),
    ),
  );
  // With a cookie that nobody was given.
  const [pretender] = strangers;
  if (pretender) pretender.browser.cookies[guestCookie] = "A".repeat(22);
  return [...strangers, ...known, ...phones];
}

let addresses = 0;
const someAddress = (n: number): Browser => ({
  remoteAddress: `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
  cookies: {},
});

/** Who was here before, with all by which they are known. */
async function peopleOf({ kept, ids }: SeatedServer): Promise<string> {
  const { people } = kept.store;
  const [all, cards] = [await people.all(), await people.cards()];
  const known = all.filter(({ id, role }) => Object.values(ids).includes(id) || role === "admin");
  return JSON.stringify([
    known.map(({ id, role, pinHash, passphraseHash }) => ({ id, role, pinHash, passphraseHash })),
    cards,
  ]);
}

/** As a browser writes it, or not; a lone surrogate can't be written so. */
function encoded(text: string): string {
  return text.startsWith("%") ? text : encodeURIComponent(Buffer.from(text).toString());
}

function usedMb(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed / 1e6;
}
