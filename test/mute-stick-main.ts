// The program behind `muteStick`: mounts a FUSE file system in FOLDER with these files in it, and answers what the kernel
// asks of it, but for what is in them; where it is to hang at `open`, nor whether they can be opened, and at `room`, nor
// how much has room. `mute-stick-main.js read|open|room FOLDER NAME…`; says a line once it is there, and ends with its mount.
import { spawnSync } from "node:child_process";
import { closeSync, openSync, readSync, writeSync } from "node:fs";

// What is asked, as linux/fuse.h has it.
const LOOKUP = 1;
const FORGET = 2;
const GETATTR = 3;
const OPEN = 14;
const READ = 15;
const STATFS = 17;
const RELEASE = 18;
const FLUSH = 25;
const INIT = 26;
const OPENDIR = 27;
const READDIR = 28;
const RELEASEDIR = 29;
const INTERRUPT = 36;
const BATCH_FORGET = 42;
const ENOENT = 2;
const ENOSYS = 38;

const headBytes = 40;
const rootNode = 1n;
const fileBytes = 100_000n;

const [hangsAt, folder = "", ...names] = process.argv.slice(2);
const more = { open: [OPEN], room: [STATFS] }[hangsAt ?? ""] ?? [];
const unanswered = [FORGET, BATCH_FORGET, INTERRUPT, READ, ...more];
const fuse = openSync("/dev/fuse", "r+");
const { status } = spawnSync(
  "mount",
  ["-i", "-t", "fuse", "mute", folder, "-o", "fd=3,rootmode=040000,user_id=0,group_id=0"],
  { stdio: ["ignore", "ignore", "ignore", fuse] },
);
if (status !== 0) process.exit(1);
process.stdout.write("mounted\n");

const request = Buffer.alloc(1024 * 1024 + 4_096);
for (;;) {
  const length = askedLength();
  if (length === 0) break;
  const kind = request.readUInt32LE(4);
  const id = request.readBigUInt64LE(8);
  const node = request.readBigUInt64LE(16);
  if (unanswered.includes(kind)) continue;
  const answer = answerTo(kind, node, request.subarray(headBytes, length));
  const head = Buffer.alloc(16);
  const body = typeof answer === "number" ? Buffer.alloc(0) : answer;
  head.writeUInt32LE(head.length + body.length, 0);
  head.writeInt32LE(typeof answer === "number" ? -answer : 0, 4);
  head.writeBigUInt64LE(id, 8);
  writeSync(fuse, Buffer.concat([head, body]));
}
closeSync(fuse);

/** 0 once it is unmounted. */
function askedLength(): number {
  try {
    return readSync(fuse, request);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENODEV") return 0;
    throw error;
  }
}

/** Or the number of the error. */
function answerTo(kind: number, node: bigint, asked: Buffer): Buffer | number {
  if (kind === INIT) return version();
  if (kind === GETATTR) return Buffer.concat([Buffer.alloc(16), attributes(node)]);
  if (kind === OPEN || kind === OPENDIR) return Buffer.alloc(16);
  if (kind === RELEASE || kind === RELEASEDIR || kind === FLUSH) return Buffer.alloc(0);
  if (kind === READDIR) return asked.readBigUInt64LE(8) === 0n ? list() : Buffer.alloc(0);
  if (kind !== LOOKUP) return ENOSYS;
  const index = names.indexOf(asked.toString("utf8", 0, asked.indexOf(0)));
  if (index === -1) return ENOENT;
  const entry = Buffer.alloc(40);
  entry.writeBigUInt64LE(nodeOf(index), 0);
  return Buffer.concat([entry, attributes(nodeOf(index))]);
}

function version(): Buffer {
  const answer = Buffer.alloc(64);
  answer.writeUInt32LE(7, 0);
  answer.writeUInt32LE(31, 4);
  // The largest piece that is written.
  answer.writeUInt32LE(4_096, 20);
  return answer;
}

function attributes(node: bigint): Buffer {
  const answer = Buffer.alloc(88);
  answer.writeBigUInt64LE(node, 0);
  if (node !== rootNode) answer.writeBigUInt64LE(fileBytes, 8);
  answer.writeUInt32LE(node === rootNode ? 0o040755 : 0o100644, 60);
  answer.writeUInt32LE(1, 64);
  answer.writeUInt32LE(4_096, 80);
  return answer;
}

function list(): Buffer {
  return Buffer.concat(
    names.map((name, index) => {
      const entry = Buffer.alloc(24 + Math.ceil(Buffer.byteLength(name) / 8) * 8);
      entry.writeBigUInt64LE(nodeOf(index), 0);
      entry.writeBigUInt64LE(BigInt(index + 1), 8);
      entry.writeUInt32LE(Buffer.byteLength(name), 16);
      entry.writeUInt32LE(8, 20);
      entry.write(name, 24);
      return entry;
    }),
  );
}

function nodeOf(index: number): bigint {
  return BigInt(index) + 2n;
}
