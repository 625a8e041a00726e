import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { command } from "./command.ts";

export interface Release {
  tarball: string;
  sha256: string;
  version: string;
  /** Debian packages that it asks for. */
  packages: string[];
}

const root = resolve(import.meta.dirname, "../../../..");

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
  const facts = await command("tar", ["-xzOf", tarball, "--wildcards", "--occurrence=1", "*/RELEASE"]);
  const fact = (word: string) => new RegExp(`^${word} (.*)$`, "m").exec(facts)?.[1] ?? "";
  const [sha256 = ""] = (await command("sha256sum", [tarball])).split(" ");
  return { tarball, sha256, version: fact("version"), packages: fact("packages").split(" ") };
}
