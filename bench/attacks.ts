import { parseArgs } from "node:util";
import { type FuzzReport, fuzz, fuzzTable } from "../src/daemon/http/testing/fuzz.ts";

export const title = "100,000 messages that nobody should send, and what came of them";
export const help = `${title}.

  --messages N   how many (100,000)
  --seed N       the same ones again`;

export async function run(args: readonly string[]): Promise<FuzzReport> {
  const { values } = parseArgs({
    args: [...args],
    options: { messages: { type: "string" }, seed: { type: "string" } },
  });
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
  const report = await fuzz({ count: Number(values.messages ?? 100_000), seed });
  if (report.gotThrough > 0) process.exitCode = 1;
  return report;
}

export const table = fuzzTable;
