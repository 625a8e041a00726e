// Exits 0 if node_modules already is what package-lock.json says, so that `npm ci`, which empties the folder
// first, is left out after an `npm install` by hand.
import { readFileSync } from "node:fs";

/** @param {string} path */
function packages(path) {
  try {
    const { "": _project, ...rest } = JSON.parse(readFileSync(path, "utf8")).packages;
    return rest;
  } catch {
    process.exit(1);
  }
}

const wanted = packages("package-lock.json");
const there = packages("node_modules/.package-lock.json");
const same = (a, b) => a?.version === b?.version && a?.integrity === b?.integrity;

// Optional ones may be absent: those for other systems are not installed.
const missing = Object.keys(wanted).filter((path) =>
  there[path] ? !same(wanted[path], there[path]) : !(wanted[path].optional || wanted[path].devOptional),
);
const surplus = Object.keys(there).filter((path) => !wanted[path]);
process.exit(missing.length + surplus.length > 0 ? 1 : 0);
