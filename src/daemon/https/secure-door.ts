import { createServer, type Server as HttpsServer } from "node:https";
import { Serial } from "../../player/serial.ts";
import type { HealthReason } from "../../protocol/health.ts";
import type { SecureAddress } from "../../protocol/state.ts";
import type { Server } from "../http/server.ts";
import type { Log } from "../log.ts";
import type { Certificate } from "./certificate.ts";

/** One that says nothing keeps a connection to no purpose. */
const HANDSHAKE_MS = 10_000;

export interface SecureDoorOptions {
  /** Of plain HTTP: behind both doors is the same house. */
  server: Server;
  /** Anew each time: it is made anew before it ends. */
  certificate: () => Promise<Certificate>;
  /** Beside what holds at each door. */
  guard: (listener: HttpsServer) => void;
  onChange: (address: Omit<SecureAddress, "host">) => void;
  log: Log;
}

/** Why it stays shut, in one sentence with the cure. */
export interface DoorFault {
  reason: Extract<HealthReason, "https-port" | "https-certificate">;
  detail: string;
}

/** The same pages and routes by HTTPS, with the appliance's own certificate. */
export class SecureDoor {
  readonly #options: SecureDoorOptions;
  /** Two certificates that are made at once would take each other's place on the disk. */
  readonly #serial = new Serial();
  #listener: HttpsServer | undefined;
  #fingerprint = "";
  #isClosed = false;

  constructor(options: SecureDoorOptions) {
    this.#options = options;
  }

  /** Answers why it stays shut; the plain door and the music have nothing to do with it, and it may be tried again. */
  open(where: { host: string; port: number }): Promise<DoorFault | null> {
    return this.#serial.run(() => this.#open(where));
  }

  /** Whether the certificate still does: as time goes by, and when the machine gets another name. */
  look(): Promise<void> {
    return this.#serial.run(() => this.#look());
  }

  /** One that still waits for its certificate does not open any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const listener = this.#listener;
    if (listener === undefined) return;
    this.#listener = undefined;
    await new Promise((resolve) => {
      listener.close(resolve);
      listener.closeAllConnections();
    });
  }

  async #open(where: { host: string; port: number }): Promise<DoorFault | null> {
    const certificate = await this.#options.certificate().catch(ofTheSystem);
    if (certificate instanceof Error)
      return { reason: "https-certificate", detail: `There is no HTTPS: ${certificate.message}.` };
    if (this.#isClosed) return null;
    const listener = this.#listenerWith(certificate);
    const refused = await listening(listener, where).catch(ofTheSystem);
    if (refused instanceof Error) return { reason: "https-port", detail: shutBy(refused, where.port) };
    this.#listener = listener;
    if (this.#isClosed) await this.close();
    else this.#tell(certificate);
    return null;
  }

  async #look(): Promise<void> {
    const listener = this.#listener;
    if (listener === undefined) return;
    try {
      const certificate = await this.#options.certificate();
      if (certificate.fingerprint === this.#fingerprint || this.#isClosed) return;
      listener.setSecureContext({ key: certificate.pem, cert: certificate.pem });
      this.#tell(certificate);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      this.#options.log.warn({ code }, `The certificate for HTTPS stays as it is: ${message}.`);
    }
  }

  #listenerWith({ pem }: Certificate): HttpsServer {
    const { server, guard } = this.#options;
    const listener = createServer(
      { key: pem, cert: pem, minVersion: "TLSv1.2", handshakeTimeout: HANDSHAKE_MS },
      (request, response) => server.routing(request, response),
    );
    listener.headersTimeout = server.server.headersTimeout;
    listener.requestTimeout = server.server.requestTimeout;
    // The one who knows what to do with a socket listens at the plain door.
    listener.on("upgrade", (...given) => server.server.emit("upgrade", ...given));
    guard(listener);
    return listener;
  }

  #tell({ fingerprint }: Certificate): void {
    const address = this.#listener?.address();
    if (address === undefined || address === null || typeof address === "string") return;
    this.#fingerprint = fingerprint;
    this.#options.onChange({ port: address.port, fingerprint });
  }
}

/** What the system refuses is told; anything else is a bug. */
function ofTheSystem(error: NodeJS.ErrnoException): NodeJS.ErrnoException {
  if (error.code === undefined) throw error;
  return error;
}

const shutBy = ({ code, message }: NodeJS.ErrnoException, port: number): string =>
  code === "EADDRINUSE"
    ? `Port ${port} is in use, so there is no HTTPS: end what listens there, or set httpsPort to another.`
    : `There is no HTTPS: ${message}. Set httpsPort to another port.`;

function listening(listener: HttpsServer, where: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    listener.once("error", reject);
    listener.listen(where, () => {
      listener.off("error", reject);
      resolve();
    });
  });
}
