import { afterEach, beforeEach, expect, test } from "vitest";
import { host, type SeatedServer, seatServer } from "../testing/seats.ts";

let under: SeatedServer;
beforeEach(async () => {
  under = await seatServer();
});
afterEach(() => under.remove());

/** Null while it stays open, else the code that it was closed with. */
async function page(cookies: Record<string, string> = {}): Promise<{ code: number | null }> {
  const cookie = Object.entries(cookies)
    .map((each) => each.join("="))
    .join("; ");
  const seen: { code: number | null } = { code: null };
  await under.server.injectWS(
    "/ws",
    { headers: { host, cookie } },
    { onInit: (socket) => void socket.once("close", (code) => (seen.code = code)) },
  );
  return seen;
}
const open = () => under.appliance.publisher.subscribers;

test("one address has so many pages and no more, and the appliance's own screen has its place all the same", async () => {
  const pages = [];
  for (let n = 0; n < 32; n++) pages.push(await page());
  await expect.poll(open).toBe(32);
  const oneMore = await page();
  await expect.poll(() => oneMore.code).toBe(1_013);
  const kiosk = await page((await under.someone("guest", "kiosk")).cookies);
  await expect.poll(open).toBe(33);
  expect(kiosk.code).toBeNull();
  expect(pages.every(({ code }) => code === null)).toBe(true);
});
