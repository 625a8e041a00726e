import { expect, test } from "vitest";
import { joyAndGloom, makePlayingAppliance } from "./testing.ts";

test("a stop waits for what is still being written down, so that the store can be closed after it", async () => {
  const { appliance, kept, remove } = await makePlayingAppliance(joyAndGloom(4));
  const { plays } = kept.store;
  const end = plays.end.bind(plays);
  let written = false;
  plays.end = async (...args) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await end(...args);
    written = true;
  };
  await appliance.stop();
  expect(written).toBe(true);
  await remove();
});
