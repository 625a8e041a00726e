import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { command } from "./command.ts";

export interface Release {
  tarball: string;
  sha256: string;
  version: string;
  /** The Debian that it was built for, by its own name of itself. */
  codename: string;
  /** Debian packages that it asks for. */
  packages: string[];
}

const root = resolve(import.meta.dirname, "../../../..");
const codenames: Readonly<Record<string, string>> = { "12": "bookworm", "13": "trixie" };

/** Builds a release of what is committed, and reads what it says of itself. */
export async function makeRelease(): Promise<Release> {
  await command(join(root, "scripts/release"), []);
  return newestRelease();
}

export async function newestRelease(): Promise<Release> {
  const folder = join(root, "build/release");
  const [tarball] = readdirSync(folder)
    .filter((name) => name.endsWith(".tar.gz"))
    .map((name) => join(folder, name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (!tarball) throw new Error(`There is no release in ${folder}: run scripts/release.`);
  return readRelease(tarball);
}

/** One that was built before, or on another machine, for whichever Debian. */
export async function readRelease(tarball: string): Promise<Release> {
  const facts = await command("tar", ["-xzOf", tarball, "--wildcards", "--occurrence=1", "*/RELEASE"]);
  const fact = (word: string) => new RegExp(`^${word} (.*)$`, "m").exec(facts)?.[1] ?? "";
  const codename = codenames[fact("debian")];
  if (codename === undefined || fact("arch") !== "x64")
    throw new Error(
      `${tarball} is for Debian ${fact("debian")} on ${fact("arch")}, and the machine is x64 with Debian ${Object.keys(codenames).join(" or ")}.`,
    );
  const [sha256 = ""] = (await command("sha256sum", [tarball])).split(" ");
  return { tarball, sha256, version: fact("version"), codename, packages: fact("packages").split(" ") };
}
