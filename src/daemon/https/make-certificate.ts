import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { EpochMs } from "../../protocol/time.ts";

export interface CertificateWanted {
  names: readonly string[];
  addresses: readonly string[];
  from: EpochMs;
  until: EpochMs;
}

/**
 * A new key and a certificate that it signs itself, as PEM. In a thread of its own: the library that writes X.509 takes
 * 15 MB and a tenth of a second to load, for something that is done once in two years.
 */
export async function makeCertificate(wanted: CertificateWanted): Promise<string> {
  const worker = new Worker(new URL("./certificate-worker.js", import.meta.url), {
    name: "certificate",
    workerData: wanted,
  });
  try {
    const [pem] = await once(worker, "message");
    return pem as string;
  } finally {
    await worker.terminate();
  }
}
