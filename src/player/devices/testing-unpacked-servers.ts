import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** What scripts/test unpacks beside the system. */
const unpacked = join(import.meta.dirname, "../../../../build/sound-servers");

/** The path of the first file that ends like this; null where it was not unpacked. */
export function unpackedFile(ending: string | RegExp): string | null {
  if (!existsSync(unpacked)) return null;
  const paths = readdirSync(unpacked, { recursive: true, encoding: "utf8" });
  const found = paths.find((path) =>
    typeof ending === "string" ? path.endsWith(ending) : ending.test(path),
  );
  return found === undefined ? null : join(unpacked, found);
}

/** How PulseAudio is started without any sink; its libraries are looked for where Debian would have put them. */
export function unpackedPulse() {
  const program = unpackedFile("usr/bin/pulseaudio");
  const modules = unpackedFile("/module-null-sink.so");
  const core = unpackedFile(/\/libpulsecore-[\d.]+\.so$/);
  if (!(program && modules && core)) return null;
  const folders = [dirname(modules), dirname(core)];
  const options = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"];
  return {
    program,
    args: [...options, `--dl-search-path=${folders[0]}`, "-L", "module-native-protocol-unix"],
    environment: { LD_LIBRARY_PATH: folders.join(":") },
  };
}
