import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { ClientMessage, Command, ServerMessage } from "../../../protocol/messages.ts";
import type { Role } from "../../../protocol/people.ts";
import { type Browser, host, type SeatedServer, seatServer, seats } from "../testing/seats.ts";
import { commandRights, mayDo, rightOf, routeRights } from "./rights.ts";

let under: SeatedServer;
beforeAll(async () => {
  under = await seatServer();
});
afterAll(() => under.remove());

const roles: readonly Role[] = ["guest", "member", "admin"];
const everyone = roles.flatMap((role) => seats.map((seat) => ({ role, seat })));

/** What a route is asked with, so that the guard alone decides: nothing that any schema takes. */
const nonsense = (route: string) => route.replace(":id", "x").replace(":card", "x").replace("*", "nothing");

test("the server refuses to start with a route that nobody said the rights of", async () => {
  const other = await seatServer({ start: false });
  other.server.get("/api/new-and-forgotten", async () => "open to all");
  await expect(other.server.ready()).rejects.toThrow("/api/new-and-forgotten");
  await other.remove();
});

test("the table has no row for a route that is not there", () => {
  const there = new Set([...under.routes, "GET /*"]);
  expect(Object.keys(routeRights).filter((row) => !there.has(row))).toEqual([]);
});

describe.each(everyone)("as $role at the seat $seat", ({ role, seat }) => {
  test("every route answers as its row says", async () => {
    const answers: Record<string, boolean> = {};
    const table: Record<string, boolean> = {};
    for (const [row, right] of Object.entries(routeRights)) {
      const [method = "", pattern = ""] = row.split(" ");
      if (pattern === "/ws") continue; // Below.
      const answer = await under.ask(await under.someone(role, seat), method, nonsense(pattern));
      answers[row] = answer.statusCode !== 403;
      table[row] = mayDo(right, { role, seat });
    }
    expect(answers).toEqual(table);
    expect(Object.keys(answers).length).toBeGreaterThan(45);
  });

  test("every command by HTTP answers as its row says", async () => {
    for (const name of Object.keys(commandRights)) {
      const who = await under.someone(role, seat);
      const command = someCommand(name);
      const answer = await under.ask(who, "POST", "/api/commands", command);
      expect([name, answer.statusCode !== 403]).toEqual([name, mayDo(rightOf(command), { role, seat })]);
    }
  });

  test("every command by the socket is refused where it is by HTTP, in the same words", async () => {
    const who = await under.someone(role, seat);
    const commands = Object.keys(commandRights).map(someCommand);
    const byHttp: (string | null)[] = [];
    for (const command of commands) {
      const answer = await under.ask(who, "POST", "/api/commands", command);
      byHttp.push(answer.statusCode === 403 ? answer.json().error : null);
    }
    const refusals = new Set(byHttp);
    const bySocket = await refusedBySocket(who, commands);
    // Whoever may can still be told that there is no such song.
    expect(commands.map((_, id) => [...refusals].find((one) => one === bySocket.get(id)) ?? null)).toEqual(
      byHttp,
    );
    expect(byHttp.map((refusal) => refusal === null)).toEqual(
      commands.map((command) => mayDo(rightOf(command), { role, seat })),
    );
  });
});

test("anybody closes the camera from anywhere; it is opened at the screen itself, or by an admin", async () => {
  const answers = async (on: boolean) => {
    const may: string[] = [];
    for (const { role, seat } of everyone) {
      const who = await under.someone(role, seat);
      const answer = await under.ask(who, "POST", "/api/commands", { do: "switchCamera", on });
      if (answer.statusCode !== 403) may.push(`${role} at ${seat}`);
      else expect(answer.json().code).toBe("camera-opens");
    }
    return may;
  };
  expect(await answers(false)).toEqual(everyone.map(({ role, seat }) => `${role} at ${seat}`));
  expect(await answers(true)).toEqual([
    ...["guest at kiosk", "member at kiosk"],
    ...seats.map((seat) => `admin at ${seat}`),
  ]);
});

test("who may not give a command takes none from those who may", async () => {
  const other = await seatServer();
  const [guest, admin] = [await other.someone("guest", "phone"), await other.someone("admin", "kiosk")];
  for (let n = 0; n < 50; n++)
    expect((await other.ask(guest, "POST", "/api/commands", someCommand("skip"))).statusCode).toBe(403);
  expect((await other.ask(admin, "POST", "/api/commands", someCommand("pause"))).statusCode).not.toBe(429);
  await other.remove();
});

test("every command has a row and is known to this test", () => {
  for (const name of Object.keys(commandRights)) expect(someCommand(name).do).toBe(name);
});

/** By its place among the commands, why each was rejected by the time that the socket answers what was sent after all. */
async function refusedBySocket(
  { remoteAddress, cookies, secure = false }: Browser,
  commands: readonly Command[],
): Promise<ReadonlyMap<number, string>> {
  const cookie = Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
  const headers = { host, origin: `${secure ? "https" : "http"}://${host}`, cookie: cookie.join("; ") };
  const told: ServerMessage[] = [];
  const hear = (data: Buffer) => told.push(JSON.parse(String(data)) as ServerMessage);
  const socket = await under.server.injectWS(
    "/ws",
    { headers, socket: { remoteAddress, encrypted: secure } } as object,
    { onInit: (opening) => void opening.on("message", hear) },
  );
  await vi.waitFor(() => expect(snapshots(told)).toBe(1), patience);
  for (const [id, command] of commands.entries())
    socket.send(JSON.stringify({ type: "command", id, command } satisfies ClientMessage));
  socket.send(JSON.stringify({ type: "resync" } satisfies ClientMessage));
  await vi.waitFor(() => expect(snapshots(told)).toBe(2), patience);
  socket.terminate();
  return new Map(
    told.flatMap((message) => (message.type === "rejected" ? [[message.id, message.reason]] : [])),
  );
}

const patience = { timeout: 60_000 };
const snapshots = (told: readonly ServerMessage[]) => told.filter(({ type }) => type === "snapshot").length;

/** One that the schema takes and that can't be done, or does no harm. */
function someCommand(name: string): Command {
  const id = "00000000-0000-7000-8000-000000000000";
  const commands: { [Name in Command["do"]]: Extract<Command, { do: Name }> } = {
    play: { do: "play" },
    pause: { do: "pause" },
    skip: { do: "skip" },
    seek: { do: "seek", positionMs: 0 },
    setVolume: { do: "setVolume", volume: 0.5 },
    switchCamera: { do: "switchCamera", on: true },
    setMood: { do: "setMood", affect: { valence: 0, arousal: 0 }, forMs: 10_000 },
    letCameraLead: { do: "letCameraLead" },
    playPick: { do: "playPick", pick: id, when: "next" },
    playTrack: { do: "playTrack", track: id, when: "next" },
    unqueue: { do: "unqueue", pick: id },
    otherPicks: { do: "otherPicks" },
    wrongMood: { do: "wrongMood", track: id },
    block: { do: "block", track: id, what: "song" },
    undoCorrection: { do: "undoCorrection" },
    prefer: { do: "prefer", languages: [], artists: [] },
  };
  return commands[name as Command["do"]];
}
