import type { Upload } from "../../protocol/music-in.ts";
import { libraryWords } from "../library-words.ts";
import { words } from "../words.ts";
import { type Answer, reasonIn } from "./ask.ts";
import type { PlacedFile } from "./dropped-files.ts";

/**
 * One file to the daemon. By XMLHttpRequest, as only that tells how far a request's body has come.
 * @param progress 0 to 1
 */
export function sendFile(
  { file, path }: PlacedFile,
  { progress, signal }: { progress: (share: number) => void; signal: AbortSignal },
): Promise<Answer<Upload>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const fail = (reason: string) => resolve({ ok: false, reason });
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      progress(total > 0 ? loaded / total : 1),
    );
    request.addEventListener("error", () => fail(libraryWords.add.broke));
    request.addEventListener("abort", () => fail(libraryWords.add.stopped));
    request.addEventListener("load", () => {
      const { status, response } = request;
      if (status < 300) resolve({ ok: true, value: response as Upload });
      else fail(reasonIn(response) ?? words.connection.refused(status));
    });
    request.open("PUT", `/api/library/uploads?path=${encodeURIComponent(path)}`);
    request.responseType = "json";
    request.send(file);
  });
}
