// Within the machine: a keyboard of the kernel's own making, from what a real one tells of itself to each key's report.
// pretended-keyboard.mjs VENDOR PRODUCT NAME COMMANDS: commands are lines in a pipe, `type DIGITS`, `enter` and `unplug`.
import { createReadStream, openSync, writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";

const [vendor, product, name, commands] = process.argv.slice(2);

// linux/uhid.h
const DESTROY = 1;
const CREATE2 = 11;
const INPUT2 = 12;
const USB = 3;

/** The report descriptor of a keyboard, as in appendix B of the HID specification, without lamps. */
const descriptor = Buffer.from(
  "05010906a101050719e029e71500250175019508810295017508810195067508150025650507190029658100c0",
  "hex",
);

const uhid = openSync("/dev/uhid", "r+");
const send = (type, ...parts) => {
  const event = Buffer.alloc(4380);
  event.writeUInt32LE(type);
  Buffer.concat(parts).copy(event, 4);
  writeSync(uhid, event);
};
const text = (words, length) => Buffer.concat([Buffer.from(words), Buffer.alloc(length)], length);
const u16 = (value) => Buffer.from(Uint16Array.of(value).buffer);
const u32 = (value) => Buffer.from(Uint32Array.of(value).buffer);

send(
  CREATE2,
  ...[text(name, 128), text("pretended", 64), text("1", 64), u16(descriptor.length), u16(USB)],
  ...[u32(Number.parseInt(vendor, 16)), u32(Number.parseInt(product, 16)), u32(1), u32(0), descriptor],
);

const report = (...bytes) =>
  send(INPUT2, u16(8), Buffer.from([...bytes, ...Array(8 - bytes.length).fill(0)]));
const key = async (usage) => {
  report(0, 0, usage);
  await wait(5);
  report();
  await wait(5);
};

// For reading and writing, so that the pipe never ends.
for await (const line of createInterface({ input: createReadStream(commands, { flags: "r+" }) })) {
  const [what, digits = ""] = line.split(" ");
  if (what === "type") for (const digit of digits) await key(digit === "0" ? 0x27 : 0x1d + Number(digit));
  if (what === "enter") await key(0x28);
  if (what !== "unplug") continue;
  send(DESTROY);
  // An ordinary end would wait for the thread that reads the pipe, which never ends.
  process.kill(process.pid, "SIGKILL");
}
