import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { scannedFile } from "../../../store/testing.ts";
import { makeTestServer, type TestServer } from "../testing.ts";

let under: TestServer;
beforeEach(async () => {
  under = await makeTestServer();
});
afterEach(() => under.remove());

const titles = [
  'Été; où? «là», "ici"',
  "純喫茶の夜",
  "שלום ‎עולם",
  "مرحبا",
  "Łódź, Straße",
  "'=1+1",
  "=1+1",
  "Song;=1+1;",
  "'=1;'=2,\"@3",
  "-5,0",
  "007",
  "👩‍👩‍👧 Ω",
];

const corrections = async (query: string, language = "en") =>
  (await under.get(`/api/library/corrections.csv${query}`, { "accept-language": language })).rawPayload;
const bring = async (csv: Buffer) =>
  (
    await under.send("POST", "/api/library/corrections.csv", csv as unknown as string, {
      "content-type": "text/csv",
    })
  ).json();

async function placeAll() {
  const { library } = under.kept.store;
  await library.put(
    titles.map((title, index) =>
      scannedFile(`/music/${index}.mp3`, { track: { title, artists: [title, "B; C"] } }),
    ),
  );
  const { tracks } = await library.list({ search: null, limit: 50, offset: 0 });
  const ids = tracks.map(({ id }) => id);
  for (const [index, id] of ids.entries())
    await library.correct([id], { valence: -0.125 * (index % 8), arousal: 0.1 * index - 0.5 });
  return ids;
}

test.each(["?separator=comma", "?separator=semicolon", "?separator=tab"])(
  "titles in any script go out and come back: %s",
  async (query) => {
    const ids = await placeAll();
    const csv = await corrections(query);
    await under.kept.store.library.correct(ids, null);
    expect(await bring(csv)).toEqual({ changed: titles.length, unknown: 0, faults: [] });
    expect(await corrections(query)).toEqual(csv);
  },
);

test("another Mien finds each of them by its title and artists", async () => {
  const ids = await placeAll();
  const csv = (await corrections("", "fr")).toString().replace(/^[0-9a-f-]{36}/gm, "x");
  await under.kept.store.library.correct(ids, null);
  expect(await bring(Buffer.from(csv))).toEqual({ changed: titles.length, unknown: 0, faults: [] });
});

test("saved by a spreadsheet as UTF-16, or in Windows' letters, it is read all the same", async () => {
  await placeAll();
  const text =
    'title;artists;valence;arousal\r\n"Été; où? «là», ""ici""";"Été; où? «là», ""ici""; B; C";0,5;-0,5\r\n';
  for (const csv of [Buffer.from(text, "latin1"), Buffer.from(`\ufeff${text}`, "utf16le")])
    expect(await bring(csv)).toEqual({ changed: 1, unknown: 0, faults: [] });
});

test("files that are read slowly, by whomever, keep no owner from bringing one", async () => {
  await placeAll();
  const file = await corrections("");
  const { library } = under.kept.store;
  const read = library.corrections.bind(library);
  let goOn: () => void = () => undefined;
  const readOn = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let begun = 0;
  library.corrections = async (...given) => {
    begun++;
    await readOn;
    return read(...given);
  };
  const slow = [corrections(""), corrections("")];
  await expect.poll(() => begun).toBe(2);
  expect((await under.get("/api/library/corrections.csv")).statusCode).toBe(429);
  expect(await bring(file)).not.toHaveProperty("error");
  goOn();
  expect(await Promise.all(slow)).toEqual([file, file]);
});

test("devices in the network that read nothing of them keep no owner from taking them", async () => {
  const path = "/api/library/corrections.csv";
  await placeAll();
  const { library } = under.kept.store;
  const placed = await library.corrections(0, 50);
  // More than fits between two sockets, so that it is sent for as long as nobody reads.
  library.corrections = async (_after, limit) =>
    Array.from({ length: limit }, () => placed[0] ?? expect.fail());
  const { port, host } = new URL(await under.server.listen({ host: "127.0.0.1", port: 0 }));
  const sockets: Socket[] = [];
  /** What somebody else's proxy passes on is from elsewhere, though it comes from this machine. */
  const statusFor = async (localAddress: string, from = "forwarded: for=192.168.1.77\r\n") => {
    const socket = connect({ port: Number(port), host: "127.0.0.1", localAddress });
    sockets.push(socket);
    socket.write(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\n${from}\r\n`);
    const [head] = (await once(socket, "data")) as [Buffer];
    socket.pause();
    return Number(String(head).split(" ")[1]);
  };
  const devices = ["127.0.0.2", "127.0.0.2", "127.0.0.3", "127.0.0.4"];
  const answers: number[] = [];
  for (const device of devices) answers.push(await statusFor(device));
  expect(answers).toEqual([200, 429, 200, 429]);
  expect(await statusFor("127.0.0.1", "")).toBe(200);
  for (const socket of sockets) socket.destroy();
});
