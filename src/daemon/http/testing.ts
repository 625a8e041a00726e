import type { LightMyRequestResponse } from "fastify";
import { pino } from "pino";
import type { Settings } from "../../protocol/settings.ts";
import { makeTestAppliance, type TestAppliance } from "../testing.ts";
import type { UpdateService } from "../upkeep/update-desk.ts";
import type { Restart } from "./routes/restart.ts";
import { makeServer, type Server } from "./server.ts";

export const host = "localhost:7373";

export interface TestServer extends TestAppliance {
  server: Server;
  get(url: string, headers?: object): Promise<LightMyRequestResponse>;
  send(
    method: "POST" | "PUT" | "PATCH" | "DELETE",
    url: string,
    body?: object | string,
    headers?: object,
  ): Promise<LightMyRequestResponse>;
  /** The same from another machine. */
  fromOutside(
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
    url: string,
  ): Promise<LightMyRequestResponse>;
}

/** The appliance of `makeTestAppliance` behind its door. */
export async function makeTestServer(
  overrides: Partial<Settings> = {},
  restart: Restart = null,
  updateService: UpdateService | null = null,
): Promise<TestServer> {
  const under = await makeTestAppliance({ overrides });
  const server = await makeServer({
    appliance: under.appliance,
    pagesFolder: import.meta.dirname,
    logger: pino({ level: "silent" }),
    ...{ restart, updateService },
  });
  await server.ready();
  return {
    ...under,
    server,
    get: (url, headers = {}) => server.inject({ url, headers: { host, ...headers } }),
    send: (method, url, body, headers = {}) =>
      server.inject({
        method,
        url,
        headers: { host, ...headers },
        ...(body !== undefined && { payload: body }),
      }),
    fromOutside: (method, url) =>
      server.inject({ method, url, headers: { host }, remoteAddress: "192.168.1.77" }),
    remove: async () => {
      await server.close();
      await under.remove();
    },
  };
}
