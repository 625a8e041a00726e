import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Where the system tells of video devices; tests have places of their own. */
export interface DevicePlaces {
  devices: string;
  /** A folder for each video node, with its `name` and its `dev`. */
  kernel: string;
  /** What udev has found out about each device when it was plugged in. */
  udev: string;
}

export const systemPlaces: DevicePlaces = {
  devices: "/dev",
  kernel: "/sys/class/video4linux",
  udev: "/run/udev/data",
};

export interface VideoDevice {
  path: string;
  /** What the kernel calls it, as "HD Pro Webcam C920"; empty where it does not say. */
  label: string;
}

/**
 * Video nodes of a Raspberry Pi that are no cameras, though some of them say that they give pictures: its codecs and
 * picture processors. By their kernel names.
 */
const NO_CAMERA = /^(bcm2835-(codec|isp)|pispbe|rp1-cfe|rpivid|rpi-hevc)/;

/**
 * The devices that may be cameras, by their numbers, and how many others there are. A webcam has a second node for
 * what it knows of its pictures, and boards have nodes for codecs: udev has asked each one what it can do.
 */
export async function videoDevices(
  places: DevicePlaces,
): Promise<{ found: VideoDevice[]; passedOver: number }> {
  const nodes = await readdir(places.devices).catch(() => []);
  const numbers = nodes
    .flatMap((node) => node.match(/^video(\d+)$/)?.[1] ?? [])
    .sort((a, b) => Number(a) - Number(b));
  const found: VideoDevice[] = [];
  for (const number of numbers) {
    const told = (file: string) => readOrNothing(join(places.kernel, `video${number}`, file));
    const label = await told("name");
    const device = await told("dev");
    const capabilities = capabilitiesIn(device ? await readOrNothing(join(places.udev, `c${device}`)) : "");
    if (NO_CAMERA.test(label) || capabilities?.includes("capture") === false) continue;
    found.push({ path: join(places.devices, `video${number}`), label });
  }
  return { found, passedOver: numbers.length - found.length };
}

/** Null where udev says nothing of it, as in a container: then opening it tells. */
function capabilitiesIn(properties: string): readonly string[] | null {
  return properties.match(/^E:ID_V4L_CAPABILITIES=(.*)$/m)?.[1]?.split(":") ?? null;
}

const readOrNothing = (path: string): Promise<string> =>
  readFile(path, "utf8").then(
    (text) => text.trim(),
    () => "",
  );
