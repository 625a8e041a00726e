import { stat } from "node:fs/promises";
import type { OpenCv } from "../opencv.ts";
import type { Camera, ReadMeter } from "./camera.ts";
import { ImageFolderCamera } from "./image-folder-camera.ts";
import { MjpegCamera } from "./mjpeg-camera.ts";
import { RecordingCamera } from "./recording-camera.ts";
import { V4l2Camera } from "./v4l2-camera.ts";
import { VideoFileCamera } from "./video-file-camera.ts";

/** The camera that a `source` of the settings means. It may not be there; opening it tells. */
export async function chooseCamera(options: {
  source: string;
  opencv: OpenCv;
  meter: ReadMeter;
}): Promise<Camera> {
  const { source, opencv, meter } = options;
  if (/^https?:\/\//i.test(source) && URL.canParse(source))
    return new MjpegCamera({ url: source, opencv, meter });
  if (source.endsWith(".observations.jsonl")) return new RecordingCamera({ path: source });
  if (source === "auto" || source.startsWith("/dev/")) return new V4l2Camera({ source, opencv, meter });

  const entry = await stat(source).catch(() => null);
  if (entry?.isDirectory()) return new ImageFolderCamera({ path: source, opencv, meter });
  if (entry?.isCharacterDevice()) return new V4l2Camera({ source, opencv, meter });
  return new VideoFileCamera({ path: source, opencv, meter });
}
