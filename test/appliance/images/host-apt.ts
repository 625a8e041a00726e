import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { command } from "./command.ts";

/**
 * Packages come from wherever this machine takes its own, which only its apt knows: the sources as mmdebstrap takes
 * them, and apt's options for the way there. For another Debian than this machine's its name stands in copies of them,
 * in `folder`. Nothing of it is written down in what is made.
 */
export async function hostApt(
  codename: string,
  folder: string,
): Promise<{ sources: string[]; options: string[] }> {
  const parts = "/etc/apt/sources.list.d";
  const files = ["/etc/apt/sources.list", ...readdirSync(parts).map((name) => join(parts, name))];
  const sources = files.filter((path) => /\.(list|sources)$/.test(path) && existsSync(path));
  if (sources.length === 0) throw new Error("This machine's apt has no sources in /etc/apt: add Debian's.");
  const [, own = codename] = /^VERSION_CODENAME=(\w+)$/m.exec(readFileSync("/etc/os-release", "utf8")) ?? [];
  const dump = await command("apt-config", ["dump"]);
  const options = [...dump.matchAll(/^(Acquire::https?::.*"[^"]+");$/gm)].map(([, option]) => option ?? "");
  if (own === codename) return { sources, options };
  mkdirSync(folder);
  const copies = sources.map((path) => {
    const copy = join(folder, basename(path));
    writeFileSync(copy, readFileSync(path, "utf8").replaceAll(own, codename));
    return copy;
  });
  return { sources: copies, options };
}

/** Fetches a package's file and unpacks it into a folder, without installing it. */
export async function unpackPackage(name: string, folder: string): Promise<void> {
  const uri = await command("apt-get", ["download", "--print-uris", name]);
  const file = uri.split(" ")[1];
  if (!file) throw new Error(`apt knows no package ${name}: run apt-get update.`);
  await command("apt-get", ["download", name], { cwd: folder });
  const [deb] = readdirSync(folder).filter((entry) => entry.endsWith(".deb") && entry.startsWith(`${name}_`));
  if (!deb) throw new Error(`apt did not bring ${file}.`);
  await command("dpkg", ["-x", deb, "."], { cwd: folder });
  await command("rm", [deb], { cwd: folder });
}

/** The names of the packages that one needs. */
export async function dependsOf(name: string): Promise<string[]> {
  const said = await command("apt-cache", ["depends", "--important", name]);
  return [...said.matchAll(/Depends: (\S+)/g)].map(([, other]) => other ?? "");
}

/** linux-image-6.1.0-…-amd64, whatever Debian's newest is. */
export async function newestKernel(): Promise<string> {
  const name = (await dependsOf("linux-image-amd64")).find((name) => /^linux-image-\d/.test(name));
  if (!name) throw new Error("apt knows no linux-image-amd64: run apt-get update.");
  return name;
}
