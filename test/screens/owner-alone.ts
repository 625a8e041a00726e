import type { BrowserContext } from "playwright-core";
import type { AppState } from "../../src/protocol/state.ts";
import { kioskStates } from "./kiosk-states.ts";
import { model, modelPicture, ownerAnswers } from "./owner-answers.ts";
import { PageAlone, type Told } from "./pages-alone.ts";
import { shot } from "./some-camera.ts";
import { someLibrary } from "./some-library.ts";

/** Each of the owner's pages, and what is there once it is drawn. */
export const ownerPages = {
  admin: "[data-testid=version]",
  library: "[data-testid=song]",
  "library#map": "density-map",
  "library#add": "upload-panel",
  "library#take": "take-section a",
  settings: "[data-setting]",
  camera: "[data-testid=face-1]",
  history: "[data-testid=plays] tr",
  model: "[data-testid=files] td",
  upkeep: "[data-testid=log] li",
  notice: "article",
  people: "people-list",
} as const;

/** One of them with a café's worth of answers; `told` has others, as they are when they are asked for, or none at all. */
export async function openOwnerPage(
  context: BrowserContext,
  path: string,
  told: Readonly<Record<string, Told | "never">> = {},
): Promise<PageAlone> {
  const { full } = kioskStates;
  if (full === undefined) throw new Error("There is no full state.");
  const library = someLibrary();
  const answers: Readonly<Record<string, Told>> = {
    ...ownerAnswers,
    "/api/model": { json: model },
    "/api/camera/preview": shot(),
    "/api/camera/devices": {
      json: { devices: [{ source: "/dev/v4l/by-id/usb-Cam-video-index0", name: "HD Pro Webcam C920" }] },
    },
    "/api/outputs": { json: { outputs: [] } },
    "/api/people": { json: { people: [] } },
    "/api/readers": { json: { readers: [{ id: "1234:5678", name: "Acme Reader", types: true, as: null }] } },
  };
  const state: AppState = {
    ...full,
    screenLanguages: [],
    camera: { ...full.camera, looking: true, kind: "v4l2" },
  };
  return PageAlone.open({
    ...{ context, path: `/${path}`, state },
    api: (url, method) => {
      const { pathname, search } = url;
      if (pathname.startsWith("/api/model/pictures/")) return modelPicture(pathname);
      if (pathname === "/api/logs" && !search.endsWith("after=0")) return { json: { lines: [] } };
      return told[pathname] ?? library(url, method) ?? answers[pathname] ?? null;
    },
  });
}
