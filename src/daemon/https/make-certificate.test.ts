import { X509Certificate } from "node:crypto";
import { expect, test } from "vitest";
import { CertificateError, makeCertificate } from "./make-certificate.ts";

const wanted = { names: ["localhost"], addresses: [], from: Date.now(), until: Date.now() + 86_400_000 };
const thread = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);

test("a thread of its own answers a key and a certificate", async () => {
  expect(new X509Certificate(await makeCertificate(wanted)).subject).toBe("CN=Mien");
});

test.each([
  ["ends without a word", "process.exit(7)", "it ended with 7, without a word"],
  ["has nothing to do any more", "", "it ended with 0, without a word"],
  ["throws", "throw new TypeError('no such curve')", "no such curve"],
  ["can't be loaded", "import 'file:///nowhere/at/all.js'", "nowhere"],
])("one that %s is told, and not waited for", async (_, code, why) => {
  const failed = await makeCertificate(wanted, thread(code)).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(CertificateError);
  expect((failed as CertificateError).message).toContain(why);
});
