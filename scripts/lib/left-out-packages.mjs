// Prints the folders of npm packages that a release leaves out: left-out-packages.mjs LOCK FOLDER. Those are the
// ones that the lock has for development only, and whatever lies in node_modules and is not in the lock.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [, , lock, folder] = process.argv;
const { packages } = JSON.parse(readFileSync(lock, "utf8"));
const runs = (path) => packages[path] && !packages[path].dev && !packages[path].devOptional;

/** @param {string} below a folder called node_modules */
function look(below) {
  const names = readdirSync(join(folder, below)).filter((name) => !name.startsWith("."));
  for (const name of names) {
    const inScope = name.startsWith("@")
      ? readdirSync(join(folder, below, name)).map((one) => `${name}/${one}`)
      : [name];
    for (const path of inScope.map((one) => `${below}/${one}`)) {
      if (!runs(path)) console.log(path);
      else if (existsSync(join(folder, path, "node_modules"))) look(`${path}/node_modules`);
    }
  }
}

look("node_modules");
