import { join } from "node:path";
import { expect, test } from "vitest";
import { modelReport } from "../../src/daemon/http/routes/model-report.ts";
import { cardSentence } from "../../src/ui/words/model-words.ts";
import { root } from "../running-daemon.ts";

test("the model's page knows every sentence of the card that it draws, and so can translate it", async () => {
  const { mustNot, cannot } = await modelReport(join(root, "models"));
  expect(mustNot.length + cannot.length).toBeGreaterThan(8);
  expect([...mustNot, ...cannot].filter((sentence) => cardSentence(sentence) === null)).toEqual([]);
});
