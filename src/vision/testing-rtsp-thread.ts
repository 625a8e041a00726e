import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Authorization } from "./testing-rtsp.ts";
import type { RtspWish } from "./testing-rtsp-worker.ts";

/** `RtspServer` in a thread of its own, as a camera is another machine. */
export class RtspThread {
  readonly port: number;
  viewers = 0;
  readonly #worker: Worker;

  private constructor(worker: Worker, port: number) {
    this.#worker = worker;
    this.port = port;
    worker.on("message", ({ viewers }: { viewers: number }) => {
      this.viewers = viewers;
    });
  }

  static async start(authorization: Authorization | null = null): Promise<RtspThread> {
    const worker = new Worker(new URL("./testing-rtsp-worker.js", import.meta.url), {
      workerData: authorization,
    });
    const [{ port }] = await once(worker, "message");
    return new RtspThread(worker, port);
  }

  wish(wish: RtspWish): void {
    this.#worker.postMessage(wish);
  }

  async stop(): Promise<void> {
    const ended = once(this.#worker, "exit");
    this.wish("stop");
    await ended;
  }
}
