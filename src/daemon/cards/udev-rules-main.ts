import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { udevRules } from "./udev-rules.ts";

// From dist/src/daemon/cards/.
const file = resolve(import.meta.dirname, "../../../../systemd/udev/rules.d/70-mien.rules");
writeFileSync(file, udevRules());
process.stdout.write(`${file}\n`);
