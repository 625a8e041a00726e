import { once } from "node:events";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { WebSocket } from "ws";
import type { Role, Seat } from "../../../protocol/people.ts";
import { mayDo, routeRights } from "../guard/rights.ts";
import { rightMessage, someRequest, wrongMessage } from "./fuzz-inputs.ts";
import { type Browser, type SeatedServer, seatServer } from "./seats.ts";

/** So many are made up at once. */
const BATCH = 500;
/** By the socket: one connection takes so many that are right, and is hung up on after one that is wrong. */
const A_SOCKET = 60;
/** Of a batch by the socket, those that are wrong: each costs a connection. */
const WRONG_A_BATCH = 100;

export interface FuzzReport {
  seed: number;
  requests: number;
  messages: number;
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
 * Sends what nobody should to a whole server in this process: requests to every route, as everybody, and messages to the
 * socket. Got through is what was done without the right to it, what broke something here, and what left a trace in the
 * people. The same seed sends the same.
 */
export async function fuzz({ count, seed }: { count: number; seed: number }): Promise<FuzzReport> {
  const under = await seatServer();
  const address = await under.server.listen({ host: "127.0.0.1", port: 0 });
  const before = process.cpuUsage();
  const [answers, through]: [Record<number, number>, string[]] = [{}, []];
  let [requests, messages, gotThrough] = [0, 0, 0];
  const got = (what: string) => {
    gotThrough++;
    if (through.length < 10) through.push(what.slice(0, 500));
  };
  const people = await peopleOf(under);
  let firstMb = 0;
  try {
    for (let batch = 0; requests + messages < count; batch++) {
      const many = Math.min(BATCH, count - requests - messages);
      if (batch % 2 === 0) {
        const senders = await sendersOf(under);
        for (const each of fc.sample(someRequest, { numRuns: many, seed: seed + batch })) {
          const sender = senders[each.sender % senders.length];
          if (sender === undefined) continue;
          const status = await sendRequest(under, each, sender, got);
          answers[status] = (answers[status] ?? 0) + 1;
          requests++;
        }
      } else messages += await sendMessages({ under, address }, many, seed + batch, got);
      if (firstMb === 0 && requests + messages >= count / 10) firstMb = usedMb();
    }
    const health = await under.ask(someAddress(0), "GET", "/api/health");
    if (health.statusCode !== 200) got(`the health answers ${health.statusCode}`);
    if ((await peopleOf(under)) !== people) got("somebody's role, PIN, passphrase or card is another one");
    if (Object.keys(Object.prototype).length > 0) got("every object has a new property");
    const { user, system } = process.cpuUsage(before);
    return {
      ...{ seed, requests, messages, answers, through, gotThrough },
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
    `${number(requests)} requests (${told.join(", ")}) and ${number(messages)} to the socket, by seed ${seed}.`,
    `Memory in use: ${heapMb[0].toFixed(1)} MB after the first tenth, ${heapMb[1].toFixed(1)} MB at the end. CPU: ${cpuSeconds.toFixed(0)} s.`,
    ...through.map((what) => `  got through: ${what}`),
  ].join("\n");
}

type Asked = ReturnType<typeof someRequest.generate>["value"];
interface Sender {
  browser: Browser;
  role: Role;
  seat: Seat;
}

/** What an admin may do, and what would take a minute or go on for ever. */
const notForAdmins = /scan|backups|uploads|copies|corrections\.csv|preview|logs|support|learning|teach/;

const routes = Object.keys(routeRights).filter((row) => !/ \/(ws|\*|metrics)/.test(row));

async function sendRequest(
  under: SeatedServer,
  { body, type, query, param, route }: Asked,
  { browser, role, seat }: Sender,
  got: (what: string) => void,
): Promise<number> {
  const fitting = role === "admin" ? routes.filter((row) => !notForAdmins.test(row)) : routes;
  const row = fitting[route % fitting.length] ?? "";
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
  return status;
}

async function sendMessages(
  { under, address }: { under: SeatedServer; address: string },
  many: number,
  seed: number,
  got: (what: string) => void,
): Promise<number> {
  const wrong = fc.sample(wrongMessage, { numRuns: Math.min(many, WRONG_A_BATCH), seed });
  const right = fc.sample(rightMessage, { numRuns: many - wrong.length, seed });
  const { cookies } = await under.someone("guest", "kiosk");
  const cookie = Object.entries(cookies)
    .map((each) => each.join("="))
    .join("; ");
  const open = async (): Promise<WebSocket> => {
    const socket = new WebSocket(`${address.replace("http", "ws")}/ws`, { headers: { cookie } });
    // It is closed as well.
    socket.on("error", () => undefined);
    await once(socket, "open");
    return socket;
  };
  for (let from = 0; from < right.length; from += A_SOCKET) {
    const socket = await open();
    for (const message of right.slice(from, from + A_SOCKET)) socket.send(message);
    // Answered after all of them were heard.
    socket.ping();
    await Promise.race([once(socket, "pong"), once(socket, "close")]);
    if (socket.readyState !== socket.OPEN)
      got(`a page that said what it may was hung up on, from ${right[from]}`);
    socket.terminate();
  }
  for (const message of wrong) {
    const socket = await open();
    const closed = once(socket, "close");
    socket.send(message);
    socket.ping();
    // Some of them are right after all.
    const code = await Promise.race([
      once(socket, "pong").then(() => 0),
      closed.then(([said]) => Number(said)),
    ]);
    // 1006 is no word at all: the connection is broken where a frame can't be read or is too large.
    if (![0, 1006, 1007, 1008, 1009].includes(code)) got(`closed with ${code} after ${message}`);
    socket.terminate();
  }
  return right.length + wrong.length;
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
  return [...strangers, ...known];
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
