import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Architecture } from "./architecture.ts";
import { cached } from "./cache.ts";
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

/** Options by which apt speaks of the packages of another architecture than this machine's; none for its own. */
export type Apt = readonly string[];

/** With lists of its own, so that this machine's apt learns nothing of it. */
export async function aptFor({ name, debian, prefix }: Architecture): Promise<Apt> {
  if (name === process.arch) return [];
  const week = Math.floor(Date.now() / (7 * 24 * 3600 * 1000));
  const options = (folder: string) => [
    ...["-o", `APT::Architecture=${debian}`, "-o", `APT::Architectures::=${debian}`],
    ...["-o", `Dir::State=${folder}`, "-o", `Dir::Cache=${folder}`, "-o", "Dir::State::status=/dev/null"],
  ];
  return options(
    await cached(`${prefix}apt`, [String(week)], async (folder) => {
      mkdirSync(join(folder, "lists/partial"), { recursive: true });
      await command("apt-get", [...options(folder), "update"]);
    }),
  );
}

/** Fetches a package's file and unpacks it into a folder, without installing it. */
export async function unpackPackage(name: string, folder: string, apt: Apt = []): Promise<void> {
  const uri = await command("apt-get", [...apt, "download", "--print-uris", name]);
  const file = uri.split(" ")[1];
  if (!file) throw new Error(`apt knows no package ${name}: run apt-get update.`);
  await command("apt-get", [...apt, "download", name], { cwd: folder });
  const [deb] = readdirSync(folder).filter((entry) => entry.endsWith(".deb") && entry.startsWith(`${name}_`));
  if (!deb) throw new Error(`apt did not bring ${file}.`);
  await command("dpkg", ["-x", deb, "."], { cwd: folder });
  await command("rm", [deb], { cwd: folder });
}

/** The names of the packages that one needs. */
export async function dependsOf(name: string, apt: Apt): Promise<string[]> {
  const said = await command("apt-cache", [...apt, "depends", "--important", name]);
  return [...said.matchAll(/Depends: (\S+)/g)].map(([, other]) => other ?? "");
}

/** As linux-image-6.1.0-…-amd64, whatever Debian's newest is. */
export async function newestKernel({ debian }: Architecture, apt: Apt): Promise<string> {
  const name = (await dependsOf(`linux-image-${debian}`, apt)).find((name) => /^linux-image-\d/.test(name));
  if (!name) throw new Error(`apt knows no linux-image-${debian}: run apt-get update.`);
  return name;
}
