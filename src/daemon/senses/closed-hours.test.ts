import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { packShot } from "../../protocol/preview.ts";
import { makeTestAppliance, type TestAppliance } from "../testing.ts";

const guest = { kind: "guest", sessionId: "g" } as const;
let made: TestAppliance;
afterEach(() => made.remove());

const state = () => made.appliance.publisher.state;
const close = (closed: boolean) =>
  made.appliance.settings.change({ temporaryStop: closed ? { until: null } : null });

async function begin(temporaryStop: { until: null } | null, previewSocket?: string): Promise<void> {
  const overrides = { cameraSource: "/dev/video0" };
  made = await makeTestAppliance({ overrides, ...(previewSocket && { previewSocket }) });
  await made.appliance.settings.change({ temporaryStop });
  // Without one no camera is opened.
  await made.appliance.people.accounts.add(
    { name: "Olga", role: "admin", pin: null, passphrase: "correct horse battery", onTile: false },
    { address: "127.0.0.1", here: true, secure: true },
  );
  await made.appliance.start();
  await expect.poll(() => made.appliance.vision.visionHealth.state).toBe("ok");
}

/** How the camera was while vision told of itself that many times; whatever it does by itself, it does between them. */
async function watch(times: number): Promise<readonly unknown[]> {
  const [told, seen] = [new Set<unknown>(), [] as unknown[]];
  await expect
    .poll(() => {
      seen.push(made.appliance.vision.status?.state);
      return told.add(made.appliance.vision.stats).size;
    })
    .toBeGreaterThan(times);
  return seen;
}

/** Vision's end of the line to an admin who aims the camera. */
async function showing(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mien-closed-"));
  const seen = { seq: 1, width: 640, height: 480, detections: [] };
  const server = createServer((viewer) => {
    viewer.on("error", () => undefined);
    viewer.on("data", () => viewer.write(packShot({ seen, picture: Buffer.from("a picture") })));
  });
  const socket = join(folder, "preview");
  await new Promise<void>((listening) => server.listen(socket, listening));
  onTestFinished(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });
  return socket;
}

test("nobody is read while it is closed, which is said, and the camera looks again when it opens", async () => {
  await begin(null);
  await expect.poll(() => state().camera).toMatchObject({ looking: true, resting: false });
  await close(true);
  await expect.poll(() => state().camera).toMatchObject({ wanted: "on", resting: true, looking: false });
  expect(state().health.camera).toEqual({ state: "off", by: { kind: "schedule" } });
  await expect.poll(() => made.appliance.vision.status).toEqual({ state: "closed" });
  await close(false);
  await expect.poll(() => state().camera).toMatchObject({ resting: false, looking: true });
});

test("started while it is closed, the camera is not opened at all", async () => {
  await begin({ until: null });
  expect(await watch(4)).not.toContain("looking");
  expect(state().camera).toMatchObject({ wanted: "on", resting: true, looking: false });
});

test("closed while an admin aims the camera, it stays open for them alone, and nobody is counted", async () => {
  await begin(null, await showing());
  await expect.poll(() => state().camera.looking).toBe(true);
  const { preview } = made.appliance;
  const admin = new AbortController();
  const looks = (async () => {
    let shots = 0;
    while (!admin.signal.aborted) shots += (await preview.next(admin.signal)) === null ? 0 : 1;
    return shots;
  })();
  const see = vi.spyOn(made.appliance.room, "see");
  await expect.poll(() => state().camera.watched).toBe(true);
  await expect.poll(() => see.mock.calls.length).toBeGreaterThan(0);
  await close(true);
  await expect.poll(() => state().camera).toMatchObject({ resting: true, looking: true, watched: true });
  see.mockClear();
  expect(new Set(await watch(4))).toEqual(new Set(["looking"]));
  expect(see).not.toHaveBeenCalled();
  admin.abort();
  expect(await looks).toBeGreaterThan(1);
  await expect.poll(() => state().camera).toMatchObject({ resting: true, looking: false, watched: false });
});

test("a camera that a person closed is theirs, whatever the hours do", async () => {
  await begin(null);
  expect(made.appliance.switchCamera(false, guest)).toBeNull();
  await close(true);
  await expect.poll(() => state().camera).toMatchObject({ wanted: "off", resting: false });
  await close(false);
  await expect.poll(() => state().player.intended).not.toBe("closed");
  expect(state().camera).toMatchObject({ wanted: "off", looking: false });
});
