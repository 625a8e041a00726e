import { chmodSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { packShot } from "../../protocol/preview.ts";
import type { Seen } from "../../protocol/vision.ts";

/**
 * The one way by which pixels leave this process: a Unix socket that only this user may open, for the admin who aims
 * the camera. Nothing is made unless the other end asks for it, one picture at a time; what it does not take is not kept.
 */
export class PreviewDoor {
  readonly #path: string;
  readonly #onWatched: (watched: boolean) => void;
  readonly #server: Server;
  #viewer: Socket | null = null;
  #wanted = false;

  constructor(options: {
    path: string;
    /** Somebody has begun to look, or nobody looks any more. */
    onWatched: (watched: boolean) => void;
  }) {
    this.#path = options.path;
    this.#onWatched = options.onWatched;
    this.#server = createServer((socket) => this.#welcome(socket));
  }

  /** Resolves when it can be connected to. */
  async open(): Promise<void> {
    // Of a vision process that was killed.
    rmSync(this.#path, { force: true });
    const before = process.umask(0o177);
    try {
      await new Promise<void>((resolve, reject) => {
        this.#server.once("error", reject);
        this.#server.listen(this.#path, resolve);
      });
    } finally {
      process.umask(before);
    }
    chmodSync(this.#path, 0o600);
    // A look must not keep the process from its end.
    this.#server.unref();
  }

  /** The next look is to be shown. */
  get wanted(): boolean {
    return this.#wanted;
  }

  show(seen: Seen, picture: Buffer): void {
    this.#wanted = false;
    this.#viewer?.write(packShot({ seen, picture }));
  }

  /** Only the daemon comes here. A new one takes the place of one that has not gone yet. */
  #welcome(socket: Socket): void {
    this.#viewer?.destroy();
    this.#viewer = socket;
    this.#wanted = false;
    this.#onWatched(true);
    socket.unref();
    socket.on("data", () => {
      // Whoever asks without taking what came gets nothing more.
      this.#wanted = this.#viewer === socket && socket.writableLength === 0;
    });
    // The other end has gone in the middle of a picture; `close` follows.
    socket.on("error", () => undefined);
    socket.on("close", () => {
      if (this.#viewer !== socket) return;
      this.#viewer = null;
      this.#wanted = false;
      this.#onWatched(false);
    });
  }
}
