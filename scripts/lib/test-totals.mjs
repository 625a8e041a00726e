// Adds up vitest's JSON reports that are there and prints one line: "812 passed, 0 failed, 3 skipped".
import { existsSync, readFileSync } from "node:fs";

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const path of process.argv.slice(2).filter(existsSync)) {
  const report = JSON.parse(readFileSync(path, "utf8"));
  sum.passed += report.numPassedTests;
  // A file that could not even be loaded has no tests to fail, but it has failed.
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  sum.failed += report.numFailedTests + broken.length;
  sum.skipped += report.numPendingTests + report.numTodoTests;
}
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
