import { pino } from "pino";
import { expect, onTestFinished, test } from "vitest";
import { makeTestAppliance } from "../../testing.ts";
import { makeServer } from "../server.ts";
import type { Restart } from "./restart.ts";

async function serverThat(restart: Restart) {
  const under = await makeTestAppliance();
  const server = await makeServer({
    ...{ appliance: under.appliance, pagesFolder: import.meta.dirname, restart },
    logger: pino({ level: "silent" }),
  });
  onTestFinished(async () => {
    await server.close();
    await under.remove();
  });
  const headers = { host: "localhost:7373" };
  return {
    post: () => server.inject({ method: "POST", url: "/api/restart", headers }),
    about: async () => (await server.inject({ url: "/api/about", headers })).json(),
  };
}

test("as a service Mien is told to end, once whoever asked has heard so", async () => {
  let restarts = 0;
  const { post, about } = await serverThat(() => restarts++);
  expect(await about()).toMatchObject({ service: true, startedAt: expect.any(Number) });
  expect(restarts).toBe(0);
  expect((await post()).statusCode).toBe(202);
  await expect.poll(() => restarts).toBe(1);
});

test("where nobody would start it again it does not end, and says what to do", async () => {
  const { post, about } = await serverThat(null);
  expect(await about()).toMatchObject({ service: false });
  expect(await post().then((answer) => [answer.statusCode, answer.json().code])).toEqual([409, "no-service"]);
});
