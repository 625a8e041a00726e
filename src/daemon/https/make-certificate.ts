import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { EpochMs } from "../../protocol/time.ts";

export interface CertificateWanted {
  names: readonly string[];
  addresses: readonly string[];
  from: EpochMs;
  until: EpochMs;
}

/** Said like what the system refuses: the daemon does without HTTPS. */
export class CertificateError extends Error {
  readonly code = "NO_CERTIFICATE";
}

const entry = new URL("./certificate-worker.js", import.meta.url);

/**
 * A new key and a certificate that it signs itself, as PEM. In a thread of its own: the library that writes X.509 takes
 * 15 MB and a tenth of a second to load, for something that is done once in two years.
 */
export async function makeCertificate(wanted: CertificateWanted, thread: URL = entry): Promise<string> {
  const worker = new Worker(thread, { name: "certificate", workerData: wanted });
  const done = new AbortController();
  try {
    return await Promise.race([
      once(worker, "message", done).then(([pem]) => pem as string),
      // One that ends without a word would be waited for for ever.
      once(worker, "exit", done).then(([code]) => {
        throw new Error(`it ended with ${code}, without a word`);
      }),
    ]);
  } catch (error) {
    throw new CertificateError(
      `the thread that makes the certificate failed: ${error instanceof Error ? error.message : error}`,
      { cause: error },
    );
  } finally {
    done.abort();
    await worker.terminate();
  }
}
