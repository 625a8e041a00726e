import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import type { Role, Seat } from "../../../protocol/people.ts";
import { host, seatServer } from "../testing/seats.ts";

const places = /srv\/music|10\.0\.0\.9/;

async function illServer() {
  const under = await seatServer();
  onTestFinished(() => under.remove());
  const { publisher, vision } = under.appliance;
  const ill = (detail: string) => ({
    ...{ state: "down", reason: "folder-missing", detail, named: "music", since: 1, retryAt: null },
  });
  publisher.update({
    health: {
      ...publisher.state.health,
      library: ill("The music folder /srv/music is not there."),
      camera: ill("Nobody answers at rtsp://10.0.0.9/door."),
    } as typeof publisher.state.health,
  });
  const status = {
    ...{ state: "down", source: "rtsp://10.0.0.9/door", kind: "rtsp", reason: "camera-absent", retryInMs: 1 },
    detail: "Nobody answers at rtsp://10.0.0.9/door.",
  };
  Object.defineProperty(vision, "status", { get: () => status });
  return under;
}

test("where folders lie and which address the camera has is told as the settings tell it", async () => {
  const under = await illServer();
  const told = async (role: Role, seat: Seat, url: string) =>
    (await under.ask(await under.someone(role, seat), "GET", url)).payload;
  for (const url of ["/api/health", "/api/state", "/metrics"])
    for (const [role, seat] of [
      ["guest", "phone"],
      ["member", "phone"],
      ["guest", "kiosk"],
    ] as const)
      expect(await told(role, seat, url)).not.toMatch(places);
  for (const url of ["/api/health", "/api/state"])
    for (const [role, seat] of [
      ["admin", "admin"],
      ["guest", "admin"],
    ] as const)
      expect(await told(role, seat, url)).toMatch(places);
  // What is wrong is told to everybody, with the folder's own name.
  expect(JSON.parse(await told("guest", "phone", "/api/health")).components.library).toMatchObject({
    ...{ state: "down", reason: "folder-missing", named: "music", detail: "" },
  });
});

test("no page is told it by its socket, neither at once nor later", async () => {
  const under = await illServer();
  const address = await under.server.listen({ host: "127.0.0.1", port: 0 });
  const socket = new WebSocket(`${address.replace("http", "ws")}/ws`, { headers: { host } });
  onTestFinished(() => socket.terminate());
  const [first] = await once(socket, "message");
  const snapshot = JSON.parse(String(first));
  expect(snapshot.state.health.library).toMatchObject({
    reason: "folder-missing",
    named: "music",
    detail: "",
  });
  const { publisher } = under.appliance;
  const { health } = publisher.state;
  const next = once(socket, "message");
  publisher.update({
    health: { ...health, library: { ...health.library, reason: "library-empty" } as never },
  });
  const [second] = await next;
  expect(JSON.parse(String(second)).sections.health.library).toMatchObject({
    ...{ reason: "library-empty", detail: "" },
  });
  for (const message of [first, second]) expect(String(message)).not.toMatch(places);
});
