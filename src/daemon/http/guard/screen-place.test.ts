import { afterEach, beforeEach, expect, test } from "vitest";
import { host, type SeatedServer, seatServer } from "../testing/seats.ts";

let under: SeatedServer;
beforeEach(async () => {
  under = await seatServer();
});
afterEach(() => under.remove());

/** Null while it stays open, else the code that it was closed with. */
async function page(
  remoteAddress: string,
  cookies: Record<string, string> = {},
): Promise<{ code: number | null }> {
  const cookie = Object.entries(cookies)
    .map((each) => each.join("="))
    .join("; ");
  const seen: { code: number | null } = { code: null };
  await under.server.injectWS("/ws", { headers: { host, cookie }, socket: { remoteAddress } } as object, {
    onInit: (socket) => void socket.once("close", (code) => (seen.code = code)),
  });
  return seen;
}
async function pages(count: number, addressOf: (n: number) => string) {
  const opened: { code: number | null }[] = [];
  for (let n = 0; n < count; n++) opened.push(await page(addressOf(n)));
  return { isEachOpen: () => opened.every(({ code }) => code === null) };
}
const open = () => under.appliance.publisher.subscribers;

test("one address has so many pages and no more, and the appliance's own screen has its place all the same", async () => {
  const all = await pages(32, () => "192.168.1.20");
  await expect.poll(open).toBe(32);
  const oneMore = await page("192.168.1.20");
  await expect.poll(() => oneMore.code).toBe(1_013);
  const kiosk = await page("127.0.0.1", (await under.someone("guest", "kiosk")).cookies);
  await expect.poll(open).toBe(33);
  expect(kiosk.code).toBeNull();
  expect(all.isEachOpen()).toBe(true);
});

test("by IPv6 too a device in the house fills its own places alone, and the owner's laptop beside it has its page", async () => {
  const all = await pages(32, () => "fe80::20%eth0");
  const oneMore = await page("fe80::20%eth0");
  await expect.poll(() => oneMore.code).toBe(1_013);
  const laptop = await page("fe80::21%eth0");
  await expect.poll(open).toBe(33);
  expect([laptop.code, all.isEachOpen()]).toEqual([null, true]);
});

test("from farther away all of a network's addresses are one device's", async () => {
  await pages(32, (n) => `2001:db8:1:2::${n.toString(16)}`);
  const oneMore = await page("2001:db8:1:2::ffff");
  await expect.poll(() => oneMore.code).toBe(1_013);
});

test("a device that gives itself one address after another leaves half of the pages to other networks", async () => {
  const all = await pages(600, (n) => `fe80::${n.toString(16)}%eth0`);
  await expect.poll(open).toBe(600);
  const oneMore = await page("fe80::ffff%eth0");
  await expect.poll(() => oneMore.code).toBe(1_013);
  const phone = await page("192.168.1.20");
  await expect.poll(open).toBe(601);
  expect([phone.code, all.isEachOpen()]).toEqual([null, true]);
});
