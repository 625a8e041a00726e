import { execFileSync } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** An MJPEG camera in the network whose plug can be pulled. */
export class FlakyCamera {
  readonly url: string;
  readonly #address: string;
  readonly #port: number;
  #server: Server | null;

  private constructor(server: Server) {
    this.#server = server;
    const { address, port } = server.address() as AddressInfo;
    this.#address = address;
    this.#port = port;
    this.url = `http://${address}:${port}/stream`;
  }

  /** `address`: of this machine's own. */
  static async start(address = "127.0.0.1"): Promise<FlakyCamera> {
    const server = createServer();
    const camera = new FlakyCamera(await listen(server, { host: address, port: 0 }));
    camera.#serve(server);
    return camera;
  }

  async unplug(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  async plugIn(): Promise<void> {
    this.#server = await listen(createServer(), { host: this.#address, port: this.#port });
    this.#serve(this.#server);
  }

  #serve(server: Server): void {
    server.on("request", (_request, response) => {
      response.writeHead(200, { "content-type": "multipart/x-mixed-replace; boundary=frame" });
      const timer = setInterval(() => {
        response.write(`--frame\r\nContent-Type: image/jpeg\r\nContent-Length: ${picture.length}\r\n\r\n`);
        response.write(picture);
        response.write("\r\n");
      }, 100);
      response.on("close", () => clearInterval(timer));
    });
  }
}

const picture = execFileSync(
  "ffmpeg",
  "-v error -f lavfi -i color=gray:s=320x240:d=1 -frames:v 1 -f mjpeg -".split(" "),
);

async function listen(server: Server, where: { host: string; port: number }): Promise<Server> {
  server.listen(where);
  await new Promise((resolve) => server.once("listening", resolve));
  return server;
}
