import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createSocket, type Socket as UdpSocket } from "node:dgram";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { makeFolder } from "./testing.ts";

/** What the server demands of who asks. */
export type Authorization = { by: "basic" | "digest"; name: string; password: string };

const REALM = "camera";
const NONCE = "0123456789abcdef";

/**
 * A camera as RTSP knows it: ffmpeg makes H.264 pictures that get brighter and their RTP packets, and this hands them
 * on over TCP to whoever plays /stream.
 */
export class RtspServer {
  readonly port: number;
  readonly #server: Server;
  readonly #packets: UdpSocket;
  readonly #ffmpeg: ChildProcess;
  readonly #viewers = new Set<Socket>();
  readonly #remove: () => Promise<void>;

  private constructor(parts: {
    server: Server;
    packets: UdpSocket;
    ffmpeg: ChildProcess;
    description: string;
    authorization: Authorization | null;
    remove: () => Promise<void>;
  }) {
    this.#server = parts.server;
    this.#packets = parts.packets;
    this.#ffmpeg = parts.ffmpeg;
    this.#remove = parts.remove;
    this.port = (parts.server.address() as AddressInfo).port;
    parts.server.on("connection", (socket) => this.#serve(socket, parts));
    parts.packets.on("message", (packet) => {
      const head = Buffer.from([0x24, 0, packet.length >> 8, packet.length & 255]);
      for (const viewer of this.#viewers) viewer.write(Buffer.concat([head, packet]));
    });
  }

  static async start(authorization: Authorization | null = null): Promise<RtspServer> {
    const { path, remove } = await makeFolder();
    const packets = createSocket("udp4").bind(0, "127.0.0.1");
    await once(packets, "listening");
    const sdp = join(path, "stream.sdp");
    const picture = "color=gray:s=64x48:r=10,format=yuv420p,geq=lum='20+mod(N,20)*10':cb=128:cr=128";
    const codec = [
      "-c:v",
      "libx264",
      "-preset",
      "ultrafast",
      "-tune",
      "zerolatency",
      "-g",
      "5",
      "-b:v",
      "200k",
    ];
    const to = ["-f", "rtp", "-sdp_file", sdp, `rtp://127.0.0.1:${packets.address().port}`];
    const ffmpeg = spawn("ffmpeg", ["-v", "error", "-re", "-f", "lavfi", "-i", picture, ...codec, ...to]);
    while (!existsSync(sdp) || !readFileSync(sdp, "utf8").includes("fmtp"))
      await new Promise((resolve) => setTimeout(resolve, 20));
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const description = readFileSync(sdp, "utf8").replace(/^SDP:\n/, "");
    return new RtspServer({ server, packets, ffmpeg, description, authorization, remove });
  }

  /** As when the camera's plug is pulled behind a switch: the connection stays, and nothing comes any more. */
  fallSilent(): void {
    this.#ffmpeg.kill("SIGSTOP");
  }

  hangUp(): void {
    for (const viewer of this.#viewers) viewer.destroy();
  }

  get viewers(): number {
    return this.#viewers.size;
  }

  async stop(): Promise<void> {
    this.hangUp();
    this.#ffmpeg.kill("SIGKILL");
    this.#packets.close();
    this.#server.close();
    await this.#remove();
  }

  #serve(
    socket: Socket,
    { description, authorization }: { description: string; authorization: Authorization | null },
  ) {
    let heard = "";
    socket.on("error", () => undefined);
    socket.on("close", () => this.#viewers.delete(socket));
    socket.on("data", (bytes) => {
      heard += bytes.toString("latin1");
      for (let end = heard.indexOf("\r\n\r\n"); end >= 0; end = heard.indexOf("\r\n\r\n")) {
        // What the viewer says of the packets' arrival stands between requests, and is of no interest.
        const from = heard.slice(0, end).search(/(OPTIONS|DESCRIBE|SETUP|PLAY|TEARDOWN|GET_PARAMETER) /);
        const head = heard.slice(Math.max(0, from), end);
        heard = heard.slice(end + 4);
        socket.write(this.#answer(head, socket, description, authorization));
      }
    });
  }

  #answer(head: string, socket: Socket, description: string, authorization: Authorization | null): string {
    const [, method = "", url = ""] = head.match(/^(\w+) (\S+)/) ?? [];
    const sequence = head.match(/^CSeq: *(\d+)/im)?.[1] ?? "0";
    const reply = (status: string, headers: readonly string[] = [], body = "") =>
      [`RTSP/1.0 ${status}`, `CSeq: ${sequence}`, ...headers, "", body].join("\r\n");
    if (method !== "OPTIONS" && authorization && !mayWatch(head, { method, url, authorization }))
      return reply("401 Unauthorized", [
        authorization.by === "basic"
          ? `WWW-Authenticate: Basic realm="${REALM}"`
          : `WWW-Authenticate: Digest realm="${REALM}", nonce="${NONCE}"`,
      ]);
    switch (method) {
      case "DESCRIBE":
        if (!new URL(url).pathname.startsWith("/stream")) return reply("404 Not Found");
        return reply(
          "200 OK",
          ["Content-Type: application/sdp", `Content-Base: ${url}/`, `Content-Length: ${description.length}`],
          description,
        );
      case "SETUP":
        return reply("200 OK", ["Transport: RTP/AVP/TCP;unicast;interleaved=0-1", "Session: 1"]);
      case "PLAY":
        this.#viewers.add(socket);
        return reply("200 OK", ["Session: 1"]);
      default:
        return reply("200 OK", ["Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN, GET_PARAMETER"]);
    }
  }
}

function mayWatch(
  head: string,
  {
    method,
    url,
    authorization: { by, name, password },
  }: { method: string; url: string; authorization: Authorization },
): boolean {
  const said = head.match(/^Authorization: *(.*)$/im)?.[1] ?? "";
  if (by === "basic") return said === `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;
  const md5 = (text: string) => createHash("md5").update(text).digest("hex");
  const response = md5(`${md5(`${name}:${REALM}:${password}`)}:${NONCE}:${md5(`${method}:${url}`)}`);
  return said.startsWith("Digest ") && said.includes(`response="${response}"`);
}
