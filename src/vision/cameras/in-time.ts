import type { CameraFailure } from "./camera.ts";
import { STUCK_MS } from "./read-in-time.ts";

/**
 * What the disk answers, or that it does not: a share in the network whose server is away keeps whoever asks waiting
 * for minutes or for good, on one of the process's few threads, which only the end of the process frees.
 */
export async function inTime<Answer>(
  answer: Promise<Answer>,
  name: string,
  withinMs = STUCK_MS,
): Promise<Answer | CameraFailure> {
  let timer: NodeJS.Timeout | undefined;
  const stuck = new Promise<CameraFailure>((resolve) => {
    timer = setTimeout(
      () =>
        resolve({
          failed: "camera-stuck",
          detail: `${name} has not answered for ${withinMs / 1_000} s; vision starts again. If it lies in the network: check that its server is on.`,
          hangs: true,
        }),
      withinMs,
    );
  });
  try {
    return await Promise.race([answer, stuck]);
  } finally {
    clearTimeout(timer);
  }
}

export function isFailure(value: unknown): value is CameraFailure {
  return typeof value === "object" && value !== null && "failed" in value;
}
