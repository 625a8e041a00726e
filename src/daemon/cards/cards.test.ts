import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Writable } from "node:stream";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makePeople, type TestPeople } from "../people/testing.ts";
import { SettingsKeeper } from "../settings-keeper.ts";
import { Cards } from "./cards.ts";
import { FakeHid, typing, vendorReader, wedge } from "./testing.ts";

let under: TestPeople;
let hid: FakeHid;
let cards: Cards;
let settings: SettingsKeeper;
let logged: string;
let shown: string;
let now: number;

beforeEach(async () => {
  under = await makePeople();
  hid = new FakeHid();
  [logged, shown, now] = ["", "", 1_700_000_000_000];
  const sink = new Writable({
    write: (chunk, _, done) => {
      logged += chunk;
      done();
    },
  });
  const log = pino({ level: "trace" }, sink);
  settings = new SettingsKeeper({ table: under.kept.store.settings, overrides: {}, log });
  await settings.start();
  cards = new Cards({
    ...{ hid, watch: hid.watch, people: under.people, settings, log },
    clock: { now: () => now, monotonic: () => now },
    onChange: () => {
      shown += JSON.stringify(cards.section);
    },
  });
  hid.plug(wedge());
  await cards.start();
});
afterEach(async () => {
  await cards.stop();
  await under.remove();
});

const present = () => under.people.presence.present;
/** Holds it, and lets the reader forget it. */
async function hold(number: string, path = "/dev/hidraw0"): Promise<void> {
  hid.say(path, ...typing(number));
  await cards.idle();
  now += 3_000;
}

test("a card that was taught lets its person in, and out again", async () => {
  const anna = await under.addMember("Anna");
  cards.teach(anna);
  expect(cards.section.teaching).toEqual({ until: now + 30_000 });
  await hold("04A22B1C");
  expect(cards.section).toMatchObject({ teaching: null, lastTeaching: { outcome: "taught" } });
  expect(present()).toEqual([]);
  await hold("04A22B1C");
  expect(present()).toEqual([anna]);
  await hold("04a22b1c");
  expect(present()).toEqual([]);
});

test("a card that is held for long counts once, at whichever reader", async () => {
  const anna = await under.addMember("Anna");
  await under.people.accounts.addCard(anna, "04A22B1C");
  hid.plug(wedge("/dev/hidraw5"));
  hid.onChange();
  await expect.poll(() => cards.section.readers).toHaveLength(2);
  for (let n = 0; n < 10; n++) {
    hid.say(n % 2 ? "/dev/hidraw5" : "/dev/hidraw0", ...typing("04A22B1C"));
    now += 1_000;
  }
  await expect.poll(present).toEqual([anna]);
});

test("several people are there at once, by several readers", async () => {
  const [anna, ben] = [await under.addMember("Anna"), await under.addMember("Ben")];
  await under.people.accounts.addCard(anna, "11111111");
  await under.people.accounts.addCard(ben, "22222222");
  await hold("11111111");
  await hold("22222222");
  expect(present()).toEqual([anna, ben]);
});

test("a card that is somebody's already stays theirs; who was removed meanwhile learns none", async () => {
  const [anna, ben] = [await under.addMember("Anna"), await under.addMember("Ben")];
  await under.people.accounts.addCard(anna, "11111111");
  cards.teach(ben);
  await hold("11111111");
  expect(cards.section.lastTeaching?.outcome).toBe("taken");
  cards.teach(ben);
  await under.people.accounts.remove(ben);
  await hold("22222222");
  expect(cards.section.lastTeaching?.outcome).toBe("unknown");
});

test("a lesson that begins while the one before is being written down is not lost", async () => {
  const [anna, ben] = [await under.addMember("Anna"), await under.addMember("Ben")];
  cards.teach(anna);
  hid.say("/dev/hidraw0", ...typing("11111111"));
  cards.teach(ben);
  await expect.poll(() => under.people.register.cardsOf(anna)).toHaveLength(1);
  now += 3_000;
  expect(cards.section.teaching).not.toBeNull();
  await hold("22222222");
  await expect.poll(() => under.people.register.cardsOf(ben)).toHaveLength(1);
});

test("of two who learn a reader at once the later one does", async () => {
  hid.plug(vendorReader());
  expect(await Promise.all([cards.learn("1234:5678"), cards.learn("1234:5678")])).toEqual([null, null]);
  expect(hid.listeners("/dev/hidraw1")).toBe(1);
  expect(cards.section.learning).toMatchObject({ reader: "1234:5678", step: "quiet" });
  await cards.stopLearning();
  expect(hid.listeners("/dev/hidraw1")).toBe(0);
  expect(cards.section).toMatchObject({ learning: null, lastLearning: { outcome: "stopped" } });
});

test("a lesson that was called off is over: the next card is a tap", async () => {
  const anna = await under.addMember("Anna");
  cards.teach(anna);
  cards.stopTeaching();
  expect(cards.section.lastTeaching?.outcome).toBe("stopped");
  await hold("33333333");
  expect(under.people.register.cardsOf(anna)).toEqual([]);
});

test("many cards that nobody has shut the reader for a while, and that is said", async () => {
  for (let n = 0; n < 12; n++) {
    hid.say("/dev/hidraw0", ...typing(`9999000${n}`));
    await cards.idle();
  }
  expect(cards.section.trouble?.reason).toBe("unknown-cards");
  now += 60_000;
  expect(cards.section.trouble).toBeNull();
});

test("a reader that types is named at once and kept; one that is not there can't be", async () => {
  hid.plug(wedge("/dev/hidraw6", { vendor: 0x1111, product: 0x2222 }));
  expect(await cards.learn("1111:2222")).toBeNull();
  expect(settings.current.cardReaders).toEqual(["1111:2222 keys"]);
  await expect.poll(() => cards.section.readers.length).toBe(2);
  expect(await cards.learn("9999:9999")).toMatchObject({ fault: "unknown" });
  expect(await cards.forget("1111:2222")).toBe(true);
  await expect.poll(() => cards.section.readers.length).toBe(1);
  expect(await cards.forget("1111:2222")).toBe(false);
});

test("a reader that the system refuses can't be learned, and the sentence names the cure", async () => {
  hid.plug(vendorReader(), "refused");
  expect(await cards.learn("1234:5678")).toMatchObject({
    fault: "refused",
    sentence: expect.stringContaining("sudo scripts/card-reader 1234:5678"),
  });
  expect(cards.section.learning).toBeNull();
});

test("a card's number stands nowhere: not in the log at its finest, the state, the database, or an error", async () => {
  const anna = await under.addMember("Anna");
  const [taught, strange, spoilt] = ["7E57CA4D0001", "7E57CA4D0002", "7E57CA4D0003"];
  cards.teach(anna);
  await hold(taught);
  await hold(taught);
  await hold(strange);
  hid.say("/dev/hidraw0", ...typing(spoilt, null));
  hid.unplug("/dev/hidraw0");
  hid.plug(vendorReader());
  await cards.learn("1234:5678");
  hid.say("/dev/hidraw1", Buffer.from(taught, "hex"));
  await cards.stopLearning();
  await cards.stop();
  expect(present()).toEqual([anna]);
  await under.kept.store.close();

  const folder = dirname(under.kept.file);
  const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
  expect(Buffer.concat(files).includes("Anna")).toBe(true);
  expect(logged).toContain("listening to a card reader");
  const all = [Buffer.concat(files), Buffer.from(logged), Buffer.from(shown)];
  for (const number of [taught, strange, spoilt])
    for (const where of all)
      for (const form of [number, number.toLowerCase(), Buffer.from(number, "hex")])
        expect(where.includes(form)).toBe(false);
});
