import { readdir, readFile, realpath } from "node:fs/promises";
import { basename, join } from "node:path";

export interface CameraDevice {
  /** For the setting `cameraSource`. */
  source: string;
  /** As the kernel calls it. */
  name: string;
}

/**
 * The cameras at this machine by the names that stay the same when they are plugged in elsewhere; where udev gives none,
 * by their numbers. A webcam's first node is its pictures, the others are what it knows of them.
 */
export async function cameraDevices(root = "/"): Promise<CameraDevice[]> {
  const byId = join(root, "dev/v4l/by-id");
  const lasting = (await readdir(byId).catch(() => [])).filter((name) => name.endsWith("-video-index0"));
  const numbered = (await readdir(join(root, "dev")).catch(() => [])).filter((name) =>
    /^video\d+$/.test(name),
  );
  const sources =
    lasting.length > 0
      ? lasting.sort().map((name) => join(byId, name))
      : numbered.sort().map((name) => join(root, "dev", name));
  return Promise.all(
    sources.map(async (source) => {
      const node = basename(await realpath(source).catch(() => source));
      const told = await readFile(join(root, "sys/class/video4linux", node, "name"), "utf8").catch(() => "");
      return { source, name: told.trim() || node };
    }),
  );
}
