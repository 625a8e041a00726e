import { createPrivateKey, X509Certificate } from "node:crypto";
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSecureContext } from "node:tls";
import "reflect-metadata";
import { PemConverter, SubjectAlternativeNameExtension, X509CertificateGenerator } from "@peculiar/x509";
import { afterEach, beforeEach, expect, test } from "vitest";
import { silentLog } from "../testing.ts";
import { ownCertificate } from "./certificate.ts";

const dayMs = 86_400_000;
let dataFolder: string;
let now: number;
let names: string[];
let addresses: string[];
let trusted: boolean;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "mien-certificate-"));
  [now, names, addresses] = [Date.now(), ["localhost", "mien.local"], ["192.168.1.5", "fd00::5"]];
  trusted = false;
});
afterEach(() => rm(dataFolder, { recursive: true }));

const own = () =>
  ownCertificate({
    ...{ dataFolder, names, addresses, log: silentLog },
    ...{ now: () => now, trusted: () => trusted },
  });
const path = () => join(dataFolder, "https.pem");

test("says every name and address, signs for no other site, and its key is in a file that Mien's user alone reads", async () => {
  const { pem, fingerprint, until } = await own();
  const certificate = new X509Certificate(pem);
  expect(certificate.subjectAltName).toBe(
    "DNS:localhost, DNS:mien.local, IP Address:192.168.1.5, IP Address:FD00:0:0:0:0:0:0:5",
  );
  expect(certificate.checkPrivateKey(createPrivateKey(pem))).toBe(true);
  expect([certificate.ca, certificate.verify(certificate.publicKey)]).toEqual([false, true]);
  expect(fingerprint).toBe(certificate.fingerprint256);
  expect(fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  // Longer ones no Apple device takes.
  const from = Date.parse(certificate.validFrom);
  expect([(until - from) / dayMs < 825, from < now]).toEqual([true, true]);
  expect([(await stat(path())).mode & 0o777, await readdir(dataFolder)]).toEqual([0o600, ["https.pem"]]);
});

test("stays the same over starts, with other addresses, and by a clock that is behind", async () => {
  const { fingerprint } = await own();
  addresses = ["10.0.0.9"];
  expect((await own()).fingerprint).toBe(fingerprint);
  now = 0;
  expect((await own()).fingerprint).toBe(fingerprint);
});

test("that was made while the clock was years ahead is made anew as soon as the clock can be believed", async () => {
  const right = now;
  now += 3_000 * dayMs;
  const { fingerprint } = await own();
  now = right;
  expect((await own()).fingerprint).toBe(fingerprint);
  trusted = true;
  const renewed = await own();
  expect(renewed.fingerprint).not.toBe(fingerprint);
  expect(Date.parse(new X509Certificate(renewed.pem).validFrom)).toBeLessThan(right);
  expect((await own()).fingerprint).toBe(renewed.fingerprint);
});

test("is made anew a month before its end, and not sooner", async () => {
  const { fingerprint, until } = await own();
  now = until - 31 * dayMs;
  expect((await own()).fingerprint).toBe(fingerprint);
  now = until - 29 * dayMs;
  const renewed = await own();
  expect(renewed.fingerprint).not.toBe(fingerprint);
  expect(renewed.until).toBeGreaterThan(until + 700 * dayMs);
});

test("is made anew when the machine gets a name that it does not say", async () => {
  const { fingerprint } = await own();
  names = ["localhost", "mien.local", "music.example"];
  const other = await own();
  expect(other.fingerprint).not.toBe(fingerprint);
  expect(new X509Certificate(other.pem).checkHost("music.example")).toBe("music.example");
});

test.each([
  ["nothing", () => ""],
  ["half of it", (pem: string) => pem.slice(0, pem.length / 2)],
  ["the certificate alone", (pem: string) => pem.slice(pem.indexOf("-----BEGIN CERTIFICATE"))],
  ["no PEM", () => "garbage"],
])("is made anew where the file has %s", async (_, damaged) => {
  const { pem, fingerprint } = await own();
  await writeFile(path(), damaged(pem));
  await writeFile(`${path()}.new`, "of a power cut", { mode: 0o666 });
  expect((await own()).fingerprint).not.toBe(fingerprint);
  expect([await readFile(path(), "utf8"), await readdir(dataFolder)]).toEqual([
    expect.stringContaining("PRIVATE KEY"),
    ["https.pem"],
  ]);
});

test("is made anew where somebody put one there that is too weak to be served", async () => {
  const signingAlgorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const size = { modulusLength: 512, publicExponent: new Uint8Array([1, 0, 1]) };
  const keys = await crypto.subtle.generateKey({ ...signingAlgorithm, ...size }, true, ["sign", "verify"]);
  const weak = await X509CertificateGenerator.createSelfSigned({
    ...{ name: "CN=mien", notBefore: new Date(now), notAfter: new Date(now + 365 * dayMs) },
    ...{ signingAlgorithm, keys },
    extensions: [
      new SubjectAlternativeNameExtension(names.map((value) => ({ type: "dns", value }) as const)),
    ],
  });
  const key = PemConverter.encode(await crypto.subtle.exportKey("pkcs8", keys.privateKey), "PRIVATE KEY");
  await writeFile(path(), `${key}\n${weak.toString("pem")}\n`);
  const { pem } = await own();
  expect(() => createSecureContext({ key: pem, cert: pem })).not.toThrow();
});

test("is made anew where the key is another certificate's", async () => {
  const first = await own();
  await rm(path());
  const second = await own();
  const at = (pem: string) => pem.indexOf("-----BEGIN CERTIFICATE");
  await writeFile(path(), second.pem.slice(0, at(second.pem)) + first.pem.slice(at(first.pem)));
  expect([first.fingerprint, second.fingerprint]).not.toContain((await own()).fingerprint);
});

test("that others could read, as after copying it here, is closed to them", async () => {
  const { fingerprint } = await own();
  await chmod(path(), 0o644);
  expect((await own()).fingerprint).toBe(fingerprint);
  expect((await stat(path())).mode & 0o777).toBe(0o600);
});
