import { createPrivateKey, X509Certificate } from "node:crypto";
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createSecureContext } from "node:tls";
import { writeWhole } from "../../player/whole-file.ts";
import type { EpochMs } from "../../protocol/time.ts";
import type { Log } from "../log.ts";
import { makeCertificate } from "./make-certificate.ts";

const DAY_MS = 86_400_000;
/** Apple's systems take no certificate that holds for more than 825 days. */
const HOLDS_MS = 820 * DAY_MS;
/** A clock that is behind sees one that holds already. */
const SLACK_MS = 2 * DAY_MS;
const RENEWED_BEFORE_MS = 30 * DAY_MS;

/** The key and the certificate in one text, as OpenSSL takes it. */
export interface Certificate {
  pem: string;
  /** SHA-256, as browsers show it. */
  fingerprint: string;
  until: EpochMs;
}

export interface CertificateOptions {
  dataFolder: string;
  /** What the machine goes by. One that does not say all of the names is made anew. */
  names: readonly string[];
  /** Those of today: a router may give others tomorrow, and for that alone nobody has to trust anew. */
  addresses: readonly string[];
  now: () => EpochMs;
  /** Whether what `now` says can be believed. */
  trusted: () => boolean;
  log: Log;
  make?: typeof makeCertificate;
}

/**
 * The appliance's own certificate: made the first time that it is asked for, and the same one from then on, so that its
 * fingerprint stays. It is made anew where it is about to end or holds only years from now, does not say one of the
 * names, is damaged, or is one of somebody's own that OpenSSL finds too weak. The file can be read by Mien's user alone
 * and goes into no backup.
 */
export async function ownCertificate(options: CertificateOptions): Promise<Certificate> {
  const { dataFolder, names, addresses, now, trusted, log, make = makeCertificate } = options;
  const path = join(dataFolder, "https.pem");
  const kept = readOrNull(path);
  const fault =
    kept === null ? "there is none yet" : faultOf(kept, names, { now: now(), trusted: trusted() });
  if (kept !== null && fault === null) return read(kept);
  const at = now();
  const pem = await make({ names, addresses, from: at - SLACK_MS, until: at + HOLDS_MS });
  await writeWhole(path, pem, { lasting: true });
  const made = read(pem);
  log.info({ fingerprint: made.fingerprint, because: fault }, "a new certificate for HTTPS");
  return made;
}

/** Why it can't be used any more; null where it can. A clock that may be behind is no reason: it will be set. */
function faultOf(
  pem: string,
  names: readonly string[],
  { now, trusted }: { now: EpochMs; trusted: boolean },
): string | null {
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(pem);
    if (!certificate.checkPrivateKey(createPrivateKey(pem))) return "its key is another one's";
    createSecureContext({ key: pem, cert: pem });
  } catch {
    return "it is damaged, or too weak"; // That is how OpenSSL tells.
  }
  if (Date.parse(certificate.validTo) - now < RENEWED_BEFORE_MS) return "it ends soon";
  if (trusted && Date.parse(certificate.validFrom) > now) return "it was made while the clock was ahead";
  const missing = names.find((name) => certificate.checkHost(name) === undefined);
  return missing === undefined ? null : `it does not say ${missing}`;
}

function read(pem: string): Certificate {
  const { fingerprint256, validTo } = new X509Certificate(pem);
  return { pem, fingerprint: fingerprint256, until: Date.parse(validTo) };
}

function readOrNull(path: string): string | null {
  try {
    // Whoever copied it here may have let others read it.
    chmodSync(path, 0o600);
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
