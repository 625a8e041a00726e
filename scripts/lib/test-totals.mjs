// Adds up vitest's JSON reports that are there: "812 passed, 1 failed, 3 skipped", then each test that failed and how
// to run only those again.
import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";

/** More than these nobody reads at the end of a long output. */
const NAMED = 10;

const files = process.argv
  .slice(2)
  .filter(existsSync)
  .flatMap((path) => JSON.parse(readFileSync(path, "utf8")).testResults);
const outcomes = files.flatMap((file) => file.assertionResults.map(({ status }) => status));
const count = (...states) => outcomes.filter((status) => states.includes(status)).length;

const failures = files.flatMap((file) => {
  const path = relative(process.cwd(), file.name);
  const failed = file.assertionResults.filter(({ status }) => status === "failed");
  // A file that could not even be loaded, or a hook of it that failed, has no test to fail, but it has failed.
  if (file.status === "failed" && failed.length === 0) return [{ path, name: "the file itself" }];
  return failed.map(({ fullName }) => ({ path, name: fullName.trim() }));
});

console.log(
  `${count("passed")} passed, ${failures.length} failed, ${count("pending", "skipped", "todo", "disabled")} skipped`,
);
for (const { path, name } of failures.slice(0, NAMED)) console.log(`  ${path}: ${name}`);
if (failures.length > NAMED) console.log(`  and ${failures.length - NAMED} more`);
const paths = [...new Set(failures.map(({ path }) => path))].slice(0, NAMED);
if (paths.length > 0) console.log(`Only these again: scripts/test ${paths.join(" ")}`);
