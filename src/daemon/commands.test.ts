import { afterEach, beforeEach, expect, test } from "vitest";
import { obey } from "./commands.ts";
import { makeTestAppliance, type TestAppliance } from "./testing.ts";

const guest = { kind: "guest", sessionId: "g" } as const;
let under: TestAppliance;
beforeEach(async () => {
  under = await makeTestAppliance();
});
afterEach(() => under.remove());

test("commands do not pile up behind one that takes for ever: the hundred and first is refused", async () => {
  const { programme } = under.appliance;
  let release: () => void = () => undefined;
  const disk = new Promise<void>((resolve) => {
    release = resolve;
  });
  programme.sixPicks.others = () => disk;
  const ask = () => obey(under.appliance, { do: "otherPicks" }, guest);
  const waiting = Array.from({ length: 100 }, ask);
  expect(await ask()).toBe("Too much is asked for at once: wait a moment.");
  release();
  expect(await Promise.all(waiting)).toEqual(Array(100).fill(null));
  expect(await ask()).toBeNull();
});
