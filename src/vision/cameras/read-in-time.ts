import type { Capture, Mat } from "../opencv.ts";
import type { CameraFailure, ReadMeter } from "./camera.ts";

/** A camera that does not answer for so long will not answer at all. */
export const STUCK_MS = 3_000;

/** The next picture of a capture, null at its end, or that it hangs. */
export async function readInTime(options: {
  capture: Pick<Capture, "read">;
  name: string;
  meter: ReadMeter;
  /** What to do where it comes back, as a sentence. */
  cure: string;
  withinMs?: number;
}): Promise<Mat | null | CameraFailure> {
  const { capture, name, meter, cure, withinMs = STUCK_MS } = options;
  const since = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const stuck = new Promise<CameraFailure>((resolve) => {
    timer = setTimeout(
      () =>
        resolve({
          failed: "camera-stuck",
          detail: `${name} has given no picture for ${withinMs / 1_000} s; vision starts again. ${cure}`,
          hangs: true,
        }),
      withinMs,
    );
  });
  try {
    const image = await Promise.race([capture.read(), stuck]);
    if (image && !("failed" in image)) meter.read(performance.now() - since);
    return image;
  } catch {
    // Damaged data and a device that is gone are thrown alike; the caller looks at the device.
    return null;
  } finally {
    clearTimeout(timer);
  }
}
