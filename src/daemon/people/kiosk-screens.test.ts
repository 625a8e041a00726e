import { afterEach, beforeEach, expect, test } from "vitest";
import { StoreError } from "../../store/store.ts";
import { makePeople, type TestPeople } from "./testing.ts";

let under: TestPeople;
beforeEach(async () => {
  under = await makePeople();
});
afterEach(() => under.remove());

/** As its browser does with each of its starts; answers the token. */
async function startScreen(): Promise<string> {
  const { screens } = under.people;
  const token = await screens.redeem(screens.code);
  if (token === null) throw new Error("The code is not good.");
  under.pass(1_000);
  return token;
}

test("a screen is known after a restart, and of those that started the newest twenty are", async () => {
  const first = await startScreen();
  const tokens: string[] = [];
  for (let n = 0; n < 20; n++) tokens.push(await startScreen());
  for (const when of ["now", "after a restart"]) {
    const { screens } = under.people;
    expect([when, screens.knows(first), tokens.every((token) => screens.knows(token))]).toEqual([
      ...[when, false, true],
    ]);
    if (when === "now") await under.restart();
  }
});

test("a screen that is in use gives way to none, now and after a restart; one that does is told", async () => {
  const { screens } = under.people;
  const inUse = await startScreen();
  screens.opened(inUse);
  const idle = await startScreen();
  const told: boolean[] = [];
  screens.onGone(() => told.push(screens.knows(idle)));
  for (let n = 0; n < 18; n++) await startScreen();
  expect([screens.knows(idle), told]).toEqual([true, []]);
  await startScreen();
  expect([screens.knows(inUse), screens.knows(idle), told]).toEqual([true, false, [false]]);
  await under.restart();
  expect([under.people.screens.knows(inUse), under.people.screens.knows(idle)]).toEqual([true, false]);
});

test("of those that are in use no more the one gives way first that was so longest ago", async () => {
  const { screens } = under.people;
  const [closedLast, closedFirst, touched, never] = [
    await startScreen(),
    await startScreen(),
    await startScreen(),
    await startScreen(),
  ];
  // Two pages of one.
  const pages = [screens.opened(closedLast), screens.opened(closedLast)];
  screens.opened(closedFirst)();
  for (const close of pages) close();
  screens.touched(touched);
  for (let n = 0; n < 16; n++) await startScreen();
  const order = [never, closedFirst, closedLast, touched];
  for (const [n, next] of order.entries()) {
    expect(order.filter((each) => screens.knows(each))).toEqual(order.slice(n));
    await startScreen();
    expect(screens.knows(next)).toBe(false);
  }
});

test("what gave way while the disk was full is no screen after a restart either", async () => {
  const first = await startScreen();
  const { people } = under.kept.store;
  const { addDevice } = people;
  people.addDevice = () => Promise.reject(new StoreError("disk-full", "full"));
  for (let n = 0; n < 20; n++) await startScreen();
  people.addDevice = addDevice;
  await startScreen();
  await under.restart();
  expect(under.people.screens.knows(first)).toBe(false);
});

test("without room on the disk it is Mien's own screen too, for as long as the daemon runs", async () => {
  under.kept.store.people.addDevice = () => Promise.reject(new StoreError("disk-full", "full"));
  expect(under.people.screens.knows(await startScreen())).toBe(true);
});
