import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Fastify from "fastify";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../library/testing-music.ts";
import type { Role, Seat } from "../../../protocol/people.ts";
import { openTestStore } from "../../../store/testing.ts";
import { systemClock } from "../../clock.ts";
import { LibraryKeeper } from "../../collection/library-keeper.ts";
import { SettingsKeeper } from "../../settings-keeper.ts";
import { silentLog } from "../../testing.ts";
import { seatServer } from "../testing/seats.ts";
import { settingsRoutes } from "./settings.ts";

test("a music folder that is not there is named with every setting, until it is mended, and not after that", async () => {
  const base = await temporaryFolder();
  const [mistyped, mended] = [join(base, "Musik"), join(base, "Music")];
  await mkdir(mended);
  await writeFile(join(mended, "cover.jpg"), "");
  const { store, remove } = await openTestStore();
  const settings = new SettingsKeeper({ table: store.settings, overrides: {}, log: silentLog });
  await settings.start();
  const library = new LibraryKeeper({
    ...{ store, clock: systemClock, log: silentLog, demoFolder: base, onChange: () => undefined },
    ...{ folders: () => settings.current.musicFolders, rescanMinutes: () => 0 },
  });
  const server = Fastify();
  server.decorateRequest("who", { getter: () => ({ role: "admin" }) as never });
  await server.register(settingsRoutes, { appliance: { settings, library, hours: { open: true } as never } });
  const told = async (method: "GET" | "PATCH" | "DELETE", url: string, payload?: object) =>
    (await server.inject({ method, url, ...(payload && { payload }) })).json().notThere;
  const everyAnswer = async () => [
    await told("PATCH", "/api/settings", { volume: 0.4 }),
    await told("DELETE", "/api/settings/volume"),
    await told("GET", "/api/settings"),
  ];

  await library.scan();
  expect(await told("PATCH", "/api/settings", { musicFolders: [mistyped] })).toEqual([mistyped]);
  // Its scan may not even have begun.
  expect(await everyAnswer()).toEqual([[mistyped], [mistyped], [mistyped]]);
  await library.scan();
  expect(await everyAnswer()).toEqual([[mistyped], [mistyped], [mistyped]]);

  expect(await told("PATCH", "/api/settings", { musicFolders: [mended] })).toEqual([]);
  expect(await everyAnswer()).toEqual([[], [], []]);
  await library.scan();
  expect(await everyAnswer()).toEqual([[], [], []]);
  expect(await told("PATCH", "/api/settings", { musicFolders: [mistyped] })).toEqual([mistyped]);
  expect(await told("DELETE", "/api/settings/musicFolders")).toEqual([]);

  await library.stop();
  await server.close();
  await remove();
});

test("paths and addresses are told to admins and on the machine itself, not in the network nor at the touchscreen", async () => {
  const under = await seatServer();
  const secret = { uploadFolder: "/srv/music", cameraSource: "rtsp://10.0.0.9/door" };
  expect(await under.appliance.settings.change(secret)).toMatchObject({ ok: true });
  const told = async (role: Role, seat: Seat) =>
    (await under.ask(await under.someone(role, seat), "GET", "/api/settings")).json();
  for (const [role, seat] of [
    ["guest", "phone"],
    ["member", "phone"],
    ["guest", "kiosk"],
    ["member", "kiosk"],
  ] as const) {
    const answer = await told(role, seat);
    expect(answer.withheld).toEqual(["cameraSource", "musicFolders", "uploadFolder", "backupFolder"]);
    for (const name of answer.withheld) expect(answer.values).not.toHaveProperty(name);
    expect(JSON.stringify(answer)).not.toMatch(/srv\/music|nowhere|10\.0\.0\.9/);
    expect(answer.values.placeName).toBeTypeOf("string");
  }
  expect(await told("admin", "admin")).toMatchObject({ values: secret, withheld: [] });
  expect(await told("admin", "kiosk")).toMatchObject({ values: secret, withheld: [] });
  // A browser on the machine that is no screen of it.
  expect(await told("guest", "admin")).toMatchObject({ values: secret, withheld: [] });
  await under.remove();
});
