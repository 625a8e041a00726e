import { stat } from "node:fs/promises";
import type { OpenCv } from "../opencv.ts";
import { AutoCamera } from "./auto-camera.ts";
import type { Camera, ReadMeter } from "./camera.ts";
import { ImageFolderCamera } from "./image-folder-camera.ts";
import { inTime, isFailure } from "./in-time.ts";
import { MjpegCamera } from "./mjpeg-camera.ts";
import { NoCamera } from "./no-camera.ts";
import { RecordingCamera } from "./recording-camera.ts";
import { RtspCamera } from "./rtsp-camera.ts";
import { V4l2Camera } from "./v4l2-camera.ts";
import { VideoFileCamera } from "./video-file-camera.ts";

/** The camera that a `source` of the settings means. It may not be there; opening it tells. */
export async function chooseCamera(options: {
  source: string;
  opencv: OpenCv;
  meter: ReadMeter;
}): Promise<Camera> {
  const { source, opencv, meter } = options;
  const scheme = source.match(/^([a-z][a-z\d+.-]*):\/\//i)?.[1]?.toLowerCase();
  if (scheme !== undefined) return atAddress(scheme, options);
  if (source.endsWith(".observations.jsonl")) return new RecordingCamera({ path: source });
  if (source === "auto") return new AutoCamera({ opencv, meter });
  if (source.startsWith("/dev/")) return new V4l2Camera({ source, opencv, meter });

  const entry = await inTime(
    stat(source).catch(() => null),
    source,
  );
  if (isFailure(entry)) return new NoCamera({ kind: "file", name: source, failure: entry });
  if (entry?.isDirectory()) return new ImageFolderCamera({ path: source, opencv, meter });
  if (entry?.isCharacterDevice()) return new V4l2Camera({ source, opencv, meter });
  return new VideoFileCamera({ path: source, opencv, meter });
}

function atAddress(
  scheme: string,
  { source, opencv, meter }: { source: string; opencv: OpenCv; meter: ReadMeter },
): Camera {
  if (URL.canParse(source)) {
    if (scheme === "http" || scheme === "https") return new MjpegCamera({ url: source, opencv, meter });
    if (scheme === "rtsp" && new URL(source).host !== "")
      return new RtspCamera({ url: source, opencv, meter });
  }
  // Nothing more of the address: it may hold a password.
  const name = `${scheme}://…`;
  const detail = `${name} is no camera's address that Mien can open: give one that begins with rtsp://HOST/, http://HOST/ or https://HOST/.`;
  const kind = scheme === "rtsp" ? "rtsp" : "mjpeg";
  return new NoCamera({ kind, name, failure: { failed: "camera-unreadable", detail } });
}
