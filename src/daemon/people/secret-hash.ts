import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

/** Work: 2^ln times r times 128 bytes of memory, p times over. */
export interface Cost {
  ln: number;
  r: number;
  p: number;
}

/** `npm run bench -- sign-in` measures both; docs/decisions/sign-in.md tells why these. */
export const pinCost: Cost = { ln: 15, r: 8, p: 1 };
export const passphraseCost: Cost = { ln: 15, r: 8, p: 3 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** A hash from a database that was tampered with must not take all memory. */
const MOST_MEMORY = 160 * 1024 * 1024;

const form = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w+/]{1,64})\$([\w+/]{43})$/;
const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** By scrypt with a fresh salt, off the loop. The cost stands in the text, so that it can grow: `$scrypt$ln=15,r=8,p=1$…`. */
export async function hashSecret(secret: string, cost: Cost): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const { ln, r, p } = cost;
  const hash = await derived(secret, salt, cost);
  return `$scrypt$ln=${ln},r=${r},p=${p}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** Throws where the hash is none of `hashSecret`: then the database was written by something else. */
export async function isSecret(secret: string, hash: string): Promise<boolean> {
  const { cost, salt, expected } = read(hash);
  return timingSafeEqual(await derived(secret, salt, cost), expected);
}

/** Whether it was made at another cost than is usual now. */
export function isOutdated(hash: string, cost: Cost): boolean {
  const found = read(hash).cost;
  return found.ln !== cost.ln || found.r !== cost.r || found.p !== cost.p;
}

function read(hash: string): { cost: Cost; salt: Buffer; expected: Buffer } {
  const [, ln, r, p, salt, expected] = form.exec(hash) ?? [];
  if (salt === undefined || expected === undefined) throw new Error("A stored hash is not of scrypt.");
  return {
    cost: { ln: Number(ln), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, "base64"),
    expected: Buffer.from(expected, "base64"),
  };
}

function derived(secret: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> {
  return derive(secret.normalize("NFKC"), salt, HASH_BYTES, { N: 2 ** ln, r, p, maxmem: MOST_MEMORY });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}
