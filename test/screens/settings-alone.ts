import type { BrowserContext, Page } from "playwright-core";
import { Value } from "typebox/value";
import { Settings } from "../../src/protocol/settings.ts";
import { PageAlone, type Told } from "./pages-alone.ts";

export const sizes = {
  "1280x800": { width: 1280, height: 800 },
  "800x480": { width: 800, height: 480 },
  "1920x1080": { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
} as const;

export const everyDay = [1, 2, 3, 4, 5, 6, 0];
/** An owner who has used all of them. */
export const values: Settings = {
  ...(Value.Default(Settings, {}) as Settings),
  musicFolders: ["/home/cafe/Music", "/media/usb0/A folder with a name that goes on and on and on"],
  openingHours: [
    { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:30" },
    { days: [6], from: "10:00", to: "01:00" },
  ],
  holidays: [
    { date: "2026-12-24", open: [{ from: "10:00", to: "14:00" }] },
    { date: "2026-12-25", open: [] },
  ],
  temporaryStop: { until: 1_798_000_000_000 },
  quietHours: [{ days: everyDay, from: "22:00", to: "07:00", ceiling: 0.4 }],
  policyByMood: { gloomy: "lift" },
  languages: ["en", "fr"],
  dayparts: [
    {
      ...{ name: "Late evening", days: [5, 6], from: "20:00", to: "02:00", policy: "energise" },
      ...{ affect: { valence: 0.7, arousal: 0.55 }, policyByMood: {}, allowExplicit: null },
      ...{ highestArousal: null, volume: { floor: 0.2, ceiling: 0.7 } },
    },
  ],
};
const backups = {
  ...{ folder: "/media/stick/mien", running: false, nextAt: 1_763_780_400_000 },
  ...{ missing: null, because: null },
  backups: [
    { name: "a", path: "/media/stick/mien/a", at: 1_763_694_000_000, bytes: 41_000_000 },
    { name: "b", path: "/media/stick/mien/b", at: 1_763_607_600_000, bytes: 40_000_000 },
  ],
};
const recovery = {
  recovery: {
    ...{ kind: "damaged", at: 1_763_650_000_000, kept: "/var/lib/mien/set-aside/2026-11-20" },
    ...{ backupAt: 1_763_607_600_000, why: null, because: null },
  },
};

interface Asked {
  method: string;
  path: string;
}

/** The settings' page with a daemon made up for it, and what the page asks and sends. */
export async function openSettings(
  context: BrowserContext,
  told: Record<string, Told> = {},
): Promise<{ alone: PageAlone; page: Page; asked: Asked[]; sent: unknown[] }> {
  const asked: Asked[] = [];
  const sent: unknown[] = [];
  const answers: Record<string, Told> = {
    "GET /api/settings": {
      json: { schema: Settings, values, withheld: [], overridden: ["port"], awaitsRestart: [], notThere: [] },
    },
    "PATCH /api/settings": {
      json: { changed: [], needsRestart: [], overridden: [], awaitsRestart: [], notThere: [], closes: false },
    },
    "GET /api/session": { json: { role: "admin", seat: "admin", person: null } },
    "GET /api/outputs": { json: { outputs: [{ name: "auto", title: "The machine's own" }] } },
    "GET /api/backups": { json: backups },
    "POST /api/backups": { status: 201, json: backups.backups[0] },
    "GET /api/recovery": { json: recovery },
    "DELETE /api/recovery": { status: 204, body: "" },
    ...told,
  };
  const alone = await PageAlone.open({
    ...{ context, path: "/settings", state: null },
    api: ({ pathname }, method) => {
      asked.push({ method, path: pathname });
      const known = pathname.startsWith("/api/settings/") ? "PATCH /api/settings" : `${method} ${pathname}`;
      return answers[known] ?? null;
    },
  });
  const { page } = alone;
  page.on("request", (request) => {
    if (request.method() === "PATCH") sent.push(request.postDataJSON());
  });
  await page.setViewportSize(sizes["1280x800"]);
  return { alone, page, asked, sent };
}
