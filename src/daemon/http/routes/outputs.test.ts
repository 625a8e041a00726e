import Fastify from "fastify";
import { Value } from "typebox/value";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Settings } from "../../../protocol/settings.ts";
import { outputRoutes } from "./outputs.ts";

const server = Fastify();
beforeEach(async () => void (await server.register(outputRoutes)));
afterEach(() => server.close());

test("the speakers are those that mpv lists, each of which the setting takes, and silence", async () => {
  const [first, second] = await Promise.all([server.inject("/api/outputs"), server.inject("/api/outputs")]);
  const { outputs } = first.json<{ outputs: { name: string; title: string }[] }>();
  expect(second.json()).toEqual({ outputs });
  const names = outputs.map(({ name }) => name);
  expect(names[0]).toBe("auto");
  expect(names.at(-1)).toBe("null");
  expect(names.filter((name) => !Value.Check(Settings.properties.output, name))).toEqual([]);
});
