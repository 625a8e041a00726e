/** What came of sending a file: the daemon's answer, or why there was none. */
export type Put = { status: number; answer: unknown } | { lost: "broke" | "stopped" };

/**
 * One file to the daemon. By XMLHttpRequest, as only that tells how far a request's body has come.
 * @param progress 0 to 1
 */
export function putFile(
  address: string,
  file: Blob,
  { progress, signal }: { progress: (share: number) => void; signal: AbortSignal },
): Promise<Put> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ lost: "stopped" });
    const request = new XMLHttpRequest();
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      progress(total > 0 ? loaded / total : 1),
    );
    request.addEventListener("error", () => resolve({ lost: "broke" }));
    request.addEventListener("abort", () => resolve({ lost: "stopped" }));
    request.addEventListener("load", () => resolve({ status: request.status, answer: request.response }));
    request.open("PUT", address);
    request.responseType = "json";
    request.send(file);
  });
}
