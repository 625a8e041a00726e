import { connect } from "node:net";
import type { CameraFailure } from "./camera.ts";

const USUAL_PORT = 554;
const ANSWER_MS = 4_000;
const MOST_BYTES = 4_096;

/**
 * Asks an RTSP server for the stream's description before OpenCV does, which holds up the whole process while it
 * opens an address, and gives no reason where it fails. Null where there is nothing against trying. `url` may hold a
 * password: it is not sent here.
 */
export async function knockAtRtsp(
  url: URL,
  name: string,
  signal: AbortSignal,
): Promise<CameraFailure | null> {
  let answer: string;
  try {
    answer = await firstLine(url, signal);
  } catch (error) {
    const cause = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    return {
      failed: "camera-absent",
      detail: `Nobody answers at ${name} (${cause}). Check that the camera is on and in the same network.`,
    };
  }
  const status = Number(answer.match(/^RTSP\/\d\.\d (\d{3})/)?.[1]);
  if (Number.isNaN(status))
    return {
      failed: "camera-unreadable",
      detail: `${name} is no RTSP stream. Look up the stream's address in the camera's manual.`,
    };
  if (status === 404)
    return {
      failed: "camera-absent",
      detail: `The camera has no stream at ${name}. Look up the path in its manual.`,
    };
  if (status === 401 && url.username === "")
    return {
      failed: "camera-unreadable",
      detail: `${name} wants a name and a password: rtsp://NAME:PASSWORD@HOST/PATH.`,
    };
  if (status >= 400 && status !== 401)
    return {
      failed: "camera-unreadable",
      detail: `${name} answers with ${status}. Check the address, and how many may watch the camera at once.`,
    };
  return null;
}

function firstLine({ hostname, port, host, pathname, search }: URL, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ""),
      port: Number(port) || USUAL_PORT,
    });
    const giveUp = (): void => void socket.destroy(new Error("it was given up"));
    signal.addEventListener("abort", giveUp);
    const late = setTimeout(() => socket.destroy(new Error("no answer")), ANSWER_MS);
    socket.once("connect", () =>
      socket.write(
        `DESCRIBE rtsp://${host}${pathname}${search} RTSP/1.0\r\nCSeq: 1\r\nAccept: application/sdp\r\nUser-Agent: Mien\r\n\r\n`,
      ),
    );
    socket.on("data", (bytes: Buffer) => {
      heard += bytes.toString("latin1");
      if (!heard.includes("\n") && heard.length < MOST_BYTES) return;
      resolve(heard.split(/\r?\n/, 1)[0] ?? "");
      socket.destroy();
    });
    socket.once("error", reject);
    socket.once("close", () => {
      clearTimeout(late);
      signal.removeEventListener("abort", giveUp);
      reject(new Error("it hangs up"));
    });
  });
}
