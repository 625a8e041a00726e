import { parentPort, workerData } from "node:worker_threads";
import "reflect-metadata";
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from "@peculiar/x509";
import type { CertificateWanted } from "./make-certificate.ts";

// Answers a private key and a certificate for it, as PEM in one text.

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

const { names, addresses, from, until } = workerData as CertificateWanted;
const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
const certificate = await X509CertificateGenerator.createSelfSigned({
  name: "CN=Mien",
  notBefore: new Date(from),
  notAfter: new Date(until),
  signingAlgorithm: algorithm,
  keys,
  extensions: [
    // Whoever trusts it trusts this appliance, and no other site that it might sign for.
    new BasicConstraintsExtension(false, undefined, true),
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
    new SubjectAlternativeNameExtension([
      ...names.map((value) => ({ type: "dns", value }) as const),
      ...addresses.map((value) => ({ type: "ip", value }) as const),
    ]),
  ],
});
const key = PemConverter.encode(await crypto.subtle.exportKey("pkcs8", keys.privateKey), "PRIVATE KEY");
parentPort?.postMessage(`${key}\n${certificate.toString("pem")}\n`);
