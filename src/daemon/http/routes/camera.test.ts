import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packShot } from "../../../protocol/preview.ts";
import { type SeatedServer, seatServer } from "../testing/seats.ts";

const picture = Buffer.from([0xff, 0xd8, 0x0d, 0x0a, 0x2d, 0x2d, 0xff, 0xd9]);
const seen = { seq: 3, width: 640, height: 480, detections: [] };
let folder: string;
let vision: Server;
let under: SeatedServer;
let onAsked: () => Promise<void>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mien-camera-"));
  onAsked = async () => undefined;
  vision = createServer((viewer) => {
    viewer.on("error", () => undefined);
    viewer.on("data", async () => {
      await onAsked();
      viewer.write(packShot({ seen, picture }));
    });
  });
  await new Promise<void>((listening) => vision.listen(join(folder, "preview"), listening));
  under = await seatServer({ previewSocket: join(folder, "preview") });
  under.appliance.vision.start();
  await expect.poll(() => under.appliance.vision.status?.state).toBe("looking");
});
afterEach(async () => {
  await under.remove();
  vision.close();
  await rm(folder, { recursive: true });
});

const ask = async (role: "guest" | "member" | "admin") =>
  under.ask(await under.someone(role, role === "admin" ? "admin" : "phone"), "GET", "/api/camera/preview");

test("an admin gets a picture and what was read in it, which no browser keeps", async () => {
  const answer = await ask("admin");
  expect(answer.headers["cache-control"]).toBe("no-store");
  const type = String(answer.headers["content-type"]);
  const form = await new Response(new Uint8Array(answer.rawPayload), {
    headers: { "content-type": type },
  }).formData();
  expect(JSON.parse(String(form.get("seen")))).toEqual(seen);
  const blob = form.get("picture") as File;
  expect(blob.type).toBe("image/jpeg");
  expect(Buffer.from(await blob.arrayBuffer())).toEqual(picture);
});

test("nobody else gets one", async () => {
  for (const role of ["guest", "member"] as const) expect((await ask(role)).statusCode).toBe(403);
});

test("while an admin looks every page is told, and for no longer", async () => {
  const { publisher } = under.appliance;
  let told = false;
  onAsked = async () => {
    told = publisher.state.camera.watched;
  };
  expect((await ask("admin")).statusCode).toBe(200);
  expect(told).toBe(true);
  await expect.poll(() => publisher.state.camera.watched).toBe(false);
});

test("a session that ends while a picture is on its way gets none", async () => {
  onAsked = () => under.appliance.people.sessions.endOf(under.ids.admin);
  const answer = await ask("admin");
  expect(answer.statusCode).toBe(403);
  expect(answer.rawPayload.includes(picture)).toBe(false);
});

test("a camera that is switched off is not looked through", async () => {
  under.appliance.switchCamera(false, { kind: "owner" });
  expect((await ask("admin")).statusCode).toBe(503);
  expect(under.appliance.publisher.state.camera.watched).toBe(false);
});
