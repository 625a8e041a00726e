import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Architecture } from "./architecture.ts";
import { command } from "./command.ts";
import { type Apt, dependsOf, unpackPackage } from "./host-apt.ts";

/**
 * A camera whose pictures a program gives: Debian has v4l2loopback as source only. It is compiled against the kernel's
 * headers, which are unpacked beside it and not installed: they look for each other in /usr/src.
 */
export async function addLoopbackCamera(
  folder: string,
  { version, architecture, apt }: { version: string; architecture: Architecture; apt: Apt },
): Promise<void> {
  const work = mkdtempSync(join(folder, "camera-"));
  const headers = `linux-headers-${version}`;
  const others = await dependsOf(headers, apt);
  for (const name of [headers, ...others.filter((name) => name.startsWith("linux-headers-"))])
    await unpackPackage(name, work, apt);
  // What the makefiles run runs on this machine, whichever it compiles for.
  for (const name of [...others.filter((name) => name.startsWith("linux-kbuild-")), "v4l2loopback-dkms"])
    await unpackPackage(name, work);

  const sources = join(work, "usr/src");
  for (const name of ["Makefile", ".kernelvariables"]) {
    const path = join(sources, headers, name);
    writeFileSync(
      path,
      readFileSync(path, "utf8").replaceAll("/usr/src/linux-headers", `${sources}/linux-headers`),
    );
  }
  const [camera] = readdirSync(sources).filter((name) => name.startsWith("v4l2loopback-"));
  if (!camera) throw new Error("v4l2loopback-dkms brought no source.");
  const built = join(sources, camera);
  await command("make", ["-C", join(sources, headers), `M=${built}`, ...architecture.compile, "modules"]);
  const extra = join(folder, "lib/modules", version, "extra");
  mkdirSync(extra, { recursive: true });
  cpSync(join(built, "v4l2loopback.ko"), join(extra, "v4l2loopback.ko"));
  rmSync(work, { recursive: true });
}
