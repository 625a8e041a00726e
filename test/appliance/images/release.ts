import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Architecture, architectureNamed } from "./architecture.ts";
import { command } from "./command.ts";

export interface Release {
  tarball: string;
  sha256: string;
  version: string;
  /** The kind of computer that it was built for. */
  architecture: Architecture;
  /** The Debian that it was built for, by its own name of itself. */
  codename: string;
  /** Debian packages that it asks for. */
  packages: string[];
}

const root = resolve(import.meta.dirname, "../../../..");
const codenames: Readonly<Record<string, string>> = { "12": "bookworm", "13": "trixie" };

/** Builds a release of what is committed, and reads what it says of itself. */
export async function makeRelease(architecture: string): Promise<Release> {
  await command(join(root, "scripts/release"), ["--arch", architecture]);
  return newestRelease(architecture);
}

export async function newestRelease(architecture: string): Promise<Release> {
  const folder = join(root, "build/release");
  const [tarball] = readdirSync(folder)
    .filter((name) => name.endsWith(`-${architecture}.tar.gz`))
    .map((name) => join(folder, name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (!tarball)
    throw new Error(
      `There is no release for ${architecture} in ${folder}: run scripts/release --arch ${architecture}.`,
    );
  return readRelease(tarball);
}

/** One that was built before, or on another machine, for whichever Debian. */
export async function readRelease(tarball: string): Promise<Release> {
  const facts = await command("tar", ["-xzOf", tarball, "--wildcards", "--occurrence=1", "*/RELEASE"]);
  const fact = (word: string) => new RegExp(`^${word} (.*)$`, "m").exec(facts)?.[1] ?? "";
  const codename = codenames[fact("debian")];
  const architecture = architectureNamed(fact("arch"));
  if (codename === undefined || architecture === undefined)
    throw new Error(
      `${tarball} is for Debian ${fact("debian")} on ${fact("arch")}, and there are machines with Debian ${Object.keys(codenames).join(" or ")} on x64 or arm64.`,
    );
  const [sha256 = ""] = (await command("sha256sum", [tarball])).split(" ");
  return {
    tarball,
    sha256,
    version: fact("version"),
    architecture,
    codename,
    packages: fact("packages").split(" "),
  };
}
