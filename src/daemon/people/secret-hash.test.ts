import { expect, test } from "vitest";
import { hashSecret, isOutdated, isSecret, passphraseCost, pinCost } from "./secret-hash.ts";

const cheap = { ln: 4, r: 8, p: 1 };

test("the right secret is told from others, and nobody can tell it from its hash", async () => {
  const hash = await hashSecret("correct horse", cheap);
  expect(await isSecret("correct horse", hash)).toBe(true);
  expect(await isSecret("correct horsf", hash)).toBe(false);
  expect(await isSecret("", hash)).toBe(false);
  expect(hash).not.toContain("horse");
});

test("two with the same secret have different hashes", async () => {
  expect(await hashSecret("1234", cheap)).not.toBe(await hashSecret("1234", cheap));
});

test("a passphrase is the same on every keyboard", async () => {
  expect(await isSecret("Zu\u0308rich", await hashSecret("Z\u00fcrich", cheap))).toBe(true);
});

test("the cost stands in the hash, so that it can grow", async () => {
  const hash = await hashSecret("1234", cheap);
  expect(hash).toMatch(/^\$scrypt\$ln=4,r=8,p=1\$/);
  expect(isOutdated(hash, cheap)).toBe(false);
  expect(isOutdated(hash, pinCost)).toBe(true);
});

test("PINs and passphrases are hashed at no less than was measured, with 32 MB", () => {
  for (const { ln, r } of [pinCost, passphraseCost]) expect(128 * r * 2 ** ln).toBe(32 * 1024 * 1024);
  expect(passphraseCost.p).toBe(3);
});

test.each(["", "plain", "$scrypt$ln=99,r=99,p=99$AAAA$AAAA", "$argon2id$v=19$m=1$AAAA$AAAA"])(
  "%j is no hash, and opens nothing",
  async (hash) => {
    await expect(isSecret("", hash)).rejects.toThrow("not of scrypt");
  },
);

test("a hash that would take more memory than there is for it is refused", async () => {
  const hash = (await hashSecret("1234", cheap)).replace("ln=4", "ln=24");
  await expect(isSecret("1234", hash)).rejects.toThrow(/memory/i);
});
