import { expect, test } from "vitest";
import { Channel } from "./channel.ts";

test("who gives faster than anybody takes has to wait, so that no more than its room piles up", async () => {
  const channel = new Channel<number>(8);
  let given = 0;
  const giving = (async () => {
    for (let n = 0; n < 1_000; n++) {
      await channel.give(n);
      given++;
    }
    channel.close();
  })();
  await new Promise((resolve) => setImmediate(resolve));
  expect(given).toBeLessThan(8);
  for (let expected = 0; expected < 1_000; expected++) {
    expect(await channel.take()).toBe(expected);
    expect(given - expected).toBeLessThanOrEqual(9);
  }
  await giving;
  expect(await channel.take()).toBeNull();
});
