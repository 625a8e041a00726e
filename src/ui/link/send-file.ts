import type { PassedOver, Upload, UploadRefused } from "../../protocol/music-in.ts";
import { musicInWords } from "../words/music-in-words.ts";
import { words } from "../words/words.ts";
import { reasonIn } from "./ask.ts";
import type { PlacedFile } from "./dropped-files.ts";

/** What became of a file; `kind` is null where the daemon never said. */
export type Sent =
  | { ok: true; value: Upload | PassedOver }
  | { ok: false; reason: string; kind: UploadRefused["kind"] | null; again: boolean };

/**
 * One file to the daemon. By XMLHttpRequest, as only that tells how far a request's body has come.
 * @param progress 0 to 1
 */
export function sendFile(
  { file, path }: PlacedFile,
  { progress, signal }: { progress: (share: number) => void; signal: AbortSignal },
): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    // What broke off may go better next time.
    const fail = (reason: string) => resolve({ ok: false, reason, kind: null, again: true });
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      progress(total > 0 ? loaded / total : 1),
    );
    request.addEventListener("error", () => fail(musicInWords.add.broke));
    request.addEventListener("abort", () => fail(musicInWords.add.stopped));
    request.addEventListener("load", () => {
      const { status, response } = request;
      if (status < 300) resolve({ ok: true, value: response as Upload | PassedOver });
      else resolve({ ok: false, ...refusal(status, response) });
    });
    request.open("PUT", `/api/library/uploads?path=${encodeURIComponent(path)}`);
    request.responseType = "json";
    request.send(file);
  });
}

function refusal(status: number, response: unknown): Omit<Extract<Sent, { ok: false }>, "ok"> {
  const told = (response ?? {}) as Partial<UploadRefused>;
  const reason = reasonIn(response) ?? words.connection.refused(status);
  return { reason, kind: told.kind ?? null, again: told.again ?? false };
}
