import { expect, test } from "vitest";
import type { SettingsKeeper } from "../settings-keeper.ts";
import { Setup } from "./setup.ts";
import { makePeople } from "./testing.ts";

test("the setup code is in the journal at each start until there is an admin, another one each time", async () => {
  const under = await makePeople();
  const told: unknown[] = [];
  const start = () => {
    const setup = new Setup({
      people: under.people,
      settings: {} as SettingsKeeper,
      onFinished: () => undefined,
      log: { info: (facts) => told.push(facts), warn: () => undefined, error: () => undefined },
    });
    setup.start();
    return setup.code;
  };
  const [first, second] = [start(), start()];
  expect(told).toEqual([{ setupCode: first }, { setupCode: second }]);
  expect(first).toMatch(/^(\w{4}-){2}\w{4}$/);
  expect(second).not.toBe(first);
  await under.addAdmin("Olga");
  expect(start()).toBe(null);
  expect(told).toHaveLength(2);
  await under.remove();
});
