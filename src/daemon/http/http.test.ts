import type { Socket } from "node:net";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { WebSocket } from "ws";
import type { ServerMessage } from "../../protocol/messages.ts";
import { wallClock } from "../../protocol/wall-clock.ts";
import { scannedFile } from "../../store/testing.ts";
import { makeTestAppliance, type TestAppliance } from "../testing.ts";
import { makeServer, type Server } from "./server.ts";

let under: TestAppliance;
let server: Server;
beforeEach(async () => {
  under = await makeTestAppliance();
  await under.kept.store.library.put([
    scannedFile("/music/a.mp3", { track: { title: "Première neige" } }),
    scannedFile("/music/b.mp3", {
      track: { title: "Second", artists: ["Others"], unplayable: "It is cut short." },
    }),
  ]);
  server = await makeServer({
    appliance: under.appliance,
    pagesFolder: import.meta.dirname,
    logger: pino({ level: "silent" }),
  });
  await server.ready();
});
afterEach(async () => {
  await server.close();
  await under.remove();
});

const host = "localhost:7373";
const get = (url: string) => server.inject({ url, headers: { host } });
const send = (method: "POST" | "PATCH" | "DELETE", url: string, body?: object, headers = {}) =>
  server.inject({ method, url, headers: { host, ...headers }, ...(body && { payload: body }) });

/** A page on the socket. Messages are kept from the very first. */
async function openPage() {
  const heard: ServerMessage[] = [];
  let closed = false;
  const onInit = (ws: WebSocket) => {
    ws.on("message", (data) => heard.push(JSON.parse(data.toString())));
    ws.on("close", () => {
      closed = true;
    });
  };
  // On the machine itself, where whoever touches the page may steer.
  const here = { headers: { host }, socket: { remoteAddress: "127.0.0.1" } as Socket };
  const socket = await server.injectWS("/ws", here, { onInit });
  await expect.poll(() => heard.length).toBeGreaterThan(0);
  return {
    heard,
    isClosed: () => closed,
    say: (message: unknown) => socket.send(JSON.stringify(message)),
    socket,
  };
}

test("the state by HTTP is the snapshot of the socket", async () => {
  const page = await openPage();
  const snapshot = page.heard[0];
  const state = (await get("/api/state")).json();
  expect(snapshot?.type === "snapshot" && { ...snapshot.state, now: 0 }).toEqual({ ...state, now: 0 });
});

test("a command by socket changes the state of every page", async () => {
  const [one, other] = [await openPage(), await openPage()];
  one.say({
    type: "command",
    id: 1,
    command: { do: "setMood", affect: { valence: -0.5, arousal: 0.5 }, forMs: 60_000 },
  });
  await expect
    .poll(() => other.heard.at(-1))
    .toMatchObject({ type: "patch", sections: { mood: { basis: "manual", label: "tense" } } });
});

test("a command that can't be done is refused with its number and a reason", async () => {
  const page = await openPage();
  page.say({ type: "command", id: 42, command: { do: "seek", positionMs: 1_000 } });
  await expect
    .poll(() => page.heard.at(-1))
    .toEqual({ type: "rejected", id: 42, reason: "Nothing is playing.", code: "silent" });
});

test("more commands than a person could touch are refused", async () => {
  const page = await openPage();
  for (let id = 0; id < 40; id++) page.say({ type: "command", id, command: { do: "letCameraLead" } });
  await expect
    .poll(() => page.heard.filter(({ type }) => type === "rejected").length)
    .toBeGreaterThanOrEqual(15);
});

test("a page that floods in spite of it is hung up on", async () => {
  const page = await openPage();
  for (let id = 0; id < 200; id++) page.say({ type: "resync" });
  await expect.poll(page.isClosed).toBe(true);
});

test("a message of any size ends that page's connection and nothing else", async () => {
  const [page, other] = [await openPage(), await openPage()];
  page.socket.send("x".repeat(100_000));
  await expect.poll(page.isClosed).toBe(true);
  other.say({ type: "resync" });
  await expect.poll(() => other.heard.filter(({ type }) => type === "snapshot").length).toBe(2);
});

test("programs may not flood either", async () => {
  const command = () => send("POST", "/api/commands", { do: "letCameraLead" });
  const answers = await Promise.all(Array.from({ length: 100 }, command));
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([204, 429]));
});

test.each([
  "not JSON",
  '{"type":"command","id":1,"command":{"do":"format the disk"}}',
  '{"type":"command","id":1,"command":{"do":"setVolume","volume":99}}',
  '{"type":"command","id":1,"command":{"do":"play","actor":{"kind":"system"}}}',
  "[]",
])("a page that says %s is hung up on", async (text) => {
  const page = await openPage();
  page.socket.send(text);
  await expect.poll(page.isClosed).toBe(true);
});

test("a page that asks for it gets the whole state again", async () => {
  const page = await openPage();
  page.say({ type: "resync" });
  await expect.poll(() => page.heard.filter(({ type }) => type === "snapshot").length).toBe(2);
});

test("commands by HTTP are checked by the same schema", async () => {
  expect((await send("POST", "/api/commands", { do: "letCameraLead" })).statusCode).toBe(204);
  expect((await send("POST", "/api/commands", { do: "setVolume", volume: -1 })).statusCode).toBe(400);
  expect((await send("POST", "/api/commands", { do: "seek", positionMs: 5 })).json()).toEqual({
    ...{ error: "Nothing is playing.", code: "silent" },
  });
});

test("tracks are listed and searched, the broken ones with their reason", async () => {
  const all = (await get("/api/library/tracks")).json();
  expect(all.total).toBe(2);
  expect(all.tracks.map(({ unplayable }: { unplayable: string | null }) => unplayable)).toContain(
    "It is cut short.",
  );
  expect((await get("/api/library/tracks?search=premiere")).json().tracks).toMatchObject([
    { title: "Première neige" },
  ]);
  expect((await get("/api/library/tracks?limit=0")).statusCode).toBe(400);
});

test("a track is told with the path of its file, and one that is not there is 404", async () => {
  const [track] = (await get("/api/library/tracks?search=premiere")).json().tracks;
  expect((await get(`/api/library/tracks/${track.id}`)).json()).toEqual({ ...track, path: "/music/a.mp3" });
  expect((await get("/api/library/tracks/00000000-0000-7000-8000-000000000000")).statusCode).toBe(404);
  expect((await get("/api/library/tracks/..%2f..%2fetc%2fpasswd")).statusCode).toBe(400);
});

test("settings are told with title, help, default and range, changed, and reset", async () => {
  const told = (await get("/api/settings")).json();
  expect(told.timeZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  expect(told.schema.properties.volume).toMatchObject({
    title: expect.any(String),
    help: expect.any(String),
    default: 0.6,
    maximum: 1,
  });
  expect(told.overridden).toEqual(["musicFolders"]);
  expect((await send("PATCH", "/api/settings", { moodDwellMs: 100 })).json()).toMatchObject({
    ok: true,
    changed: ["moodDwellMs"],
  });
  expect((await get("/api/settings")).json().values.moodDwellMs).toBe(100);
  expect((await send("DELETE", "/api/settings/moodDwellMs")).json()).toMatchObject({ ok: true });
  expect((await get("/api/settings")).json().values.moodDwellMs).toBe(8_000);
});

test("a music folder that is not there is kept, and named with the answer", async () => {
  const musicFolders = ["/no/such/folder", "/tmp"];
  const changed = (await send("PATCH", "/api/settings", { musicFolders })).json();
  expect(changed).toMatchObject({ ok: true, notThere: ["/no/such/folder"] });
  expect((await get("/api/settings")).json().saved).toEqual({ musicFolders });
  expect((await send("DELETE", "/api/settings/musicFolders")).json().notThere).toEqual([]);
  // This run's command line names another one, and that holds.
  expect((await send("PATCH", "/api/settings", { volume: 0.5 })).json().notThere).toEqual([]);
});

test("hours that close the music at once say so, and those that leave it as it is do not", async () => {
  const { hours } = under.appliance;
  under.appliance.follow();
  hours.start();
  const everyDay = [0, 1, 2, 3, 4, 5, 6];
  const allHours = [{ days: everyDay, from: "00:00", to: "00:00" }];
  const change = async (openingHours: object) =>
    (await send("PATCH", "/api/settings", { openingHours })).json().closes;
  expect(await change(allHours)).toBe(false);
  const { day } = wallClock(Date.now()).today;
  expect(await change([{ ...allHours[0], days: [(day + 3) % 7] }])).toBe(true);
  expect(await change([{ ...allHours[0], days: [(day + 4) % 7] }])).toBe(false);
  expect((await send("DELETE", "/api/settings/openingHours")).json().closes).toBe(false);
  hours.stop();
});

test("a password in an address is told to nobody, and stays when a form sends everything back", async () => {
  const cameraSource = "http://guest:pa55@cam.local/video";
  await send("PATCH", "/api/settings", { cameraSource });
  const told = (await get("/api/settings")).json();
  expect(JSON.stringify(told)).not.toContain("pa55");
  expect(told.values.cameraSource).toBe("http://cam.local/video");
  await send("PATCH", "/api/settings", told.values);
  expect(under.appliance.settings.current.cameraSource).toBe(cameraSource);
});

test("a wrong setting is refused by name, and only the machine itself may change any", async () => {
  expect((await send("PATCH", "/api/settings", { volume: 3 })).json()).toEqual({
    error: expect.stringContaining("volume"),
  });
  expect((await send("DELETE", "/api/settings/colour")).statusCode).toBe(404);
  const fromOutside = await server.inject({
    method: "PATCH",
    url: "/api/settings",
    headers: { host },
    payload: { volume: 0.1 },
    remoteAddress: "192.168.1.77",
  });
  expect(fromOutside.statusCode).toBe(403);
});

test("another web site in the same browser is turned away, on the socket too", async () => {
  const origin = { origin: "https://evil.example" };
  expect((await send("POST", "/api/commands", { do: "pause" }, origin)).statusCode).toBe(403);
  await expect(server.injectWS("/ws", { headers: { host, ...origin } })).rejects.toThrow("403");
  expect((await server.inject({ url: "/api/state", headers: { host: "evil.example" } })).statusCode).toBe(
    403,
  );
});

test("every answer keeps pages to what the appliance itself serves", async () => {
  const { headers } = await get("/api/state");
  expect(headers["content-security-policy"]).toContain("default-src 'self'");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
});

test("a stop does not wait for pages that are still open", async () => {
  const page = await openPage();
  const before = performance.now();
  await server.close();
  // A page that is asked whether it is still there has a quarter of a minute to answer.
  expect(performance.now() - before).toBeLessThan(10_000);
  await expect.poll(page.isClosed).toBe(true);
});

test("a command that is still being done is done before the stop is over, for then the store goes", async () => {
  const { library } = under.kept.store;
  const candidates = library.candidates.bind(library);
  let [asked, answered] = [0, 0];
  library.candidates = async (query) => {
    asked++;
    await new Promise((resolve) => setTimeout(resolve, 300));
    const answer = await candidates(query);
    answered++;
    return answer;
  };
  const page = await openPage();
  page.say({ type: "command", id: 1, command: { do: "otherPicks" } });
  await expect.poll(() => asked).toBeGreaterThan(0);
  await server.close();
  expect(answered).toBe(asked);
});

test("what is not there is said in the same shape as every other refusal", async () => {
  expect((await get("/api/nothing")).json()).toMatchObject({ error: "There is nothing at this address." });
});

test("health names every part and the cost of the process", async () => {
  expect((await get("/api/health")).json()).toMatchObject({
    ok: expect.any(Boolean),
    components: { camera: {}, vision: {}, player: {}, library: {}, store: { state: "ok" } },
    memory: { daemonRssBytes: expect.any(Number) },
    eventLoop: { maxMs: expect.any(Number) },
  });
});
