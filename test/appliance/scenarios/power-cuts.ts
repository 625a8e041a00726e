import { setTimeout as delay } from "node:timers/promises";
import type { Appliance } from "../appliance.ts";
import { until } from "../machine/until.ts";
import { step } from "../progress.ts";
import type { Scenario } from "./scenario.ts";

/** How long it goes on writing after the first answers, at most, on the host's clock. */
const longestWriteMs = 15_000;

/**
 * Writes a setting and what somebody does not want to hear, over and over, and songs are skipped beside it. What was
 * answered is told at once to the outside, where no power cut takes it back.
 */
const write = (round: number, mouth: string) => `
  ask() { curl -sS --fail -o /dev/null -H "content-type: application/json" "$@"; }
  for number in {1..2000}; do
    ask -X PATCH localhost:7373/api/settings -d "{\\"climbMinutes\\": $number}" && echo ${round} set $number >${mouth}
    ask localhost:7373/api/library/blocks -d "{\\"artist\\": \\"cut ${round} $number\\"}" && echo ${round} blocked $number >${mouth}
    ((number % 3)) || ask localhost:7373/api/commands -d "{\\"do\\": \\"skip\\"}"
  done`;

export const powerCuts: Scenario = {
  title: "a power cut while it writes",
  times: { short: 5, long: 50 },
  hostS: 900,
  // From the machine's own start on: its boot, and the daemon's.
  allowedS: 60,
  async run(appliance, times) {
    let longest = 0;
    for (let round = 1; round <= times; round += 1) {
      await appliance.guest.sh(
        `systemd-run -q --unit=writer bash -c '${write(round, appliance.machine.mouth)}'`,
      );
      await until("the first answers", () => told(appliance, round, "blocked") > 1, 600_000);
      await delay(Math.random() * longestWriteMs);
      const silenceS = await appliance.cutPower();
      await holdsWhatItSaid(appliance, round);
      step(
        `power cut ${round}: all is there that was answered, and music ${silenceS.toFixed(0)} s after the start`,
      );
      longest = Math.max(longest, silenceS);
    }
    return longest;
  },
};

/** The highest number of that word that was answered in this round. */
function told({ machine }: Appliance, round: number, word: string): number {
  const last = machine.told.findLast((line) => line.startsWith(`${round} ${word} `));
  return Number(last?.split(" ")[2] ?? 0);
}

async function holdsWhatItSaid(appliance: Appliance, round: number): Promise<void> {
  const { guest, mien } = appliance;
  const { climbMinutes } = JSON.parse(await mien.settings()) as { climbMinutes: number };
  const set = told(appliance, round, "set");
  // One more may have been written whose answer was cut off.
  if (climbMinutes < set || climbMinutes > set + 1)
    throw new Error(`The setting was answered to be ${set}, and after the power cut it is ${climbMinutes}.`);

  const blocked = JSON.parse(
    await guest.sh("curl -sS --fail localhost:7373/api/library/blocks | jq -c '[.artists[].name]'"),
  ) as string[];
  const lost = Array.from(
    { length: told(appliance, round, "blocked") },
    (_, index) => `cut ${round} ${index + 1}`,
  ).filter((artist) => !blocked.includes(artist));
  if (lost.length > 0) throw new Error(`After the power cut what was answered is gone: ${lost.join(", ")}.`);

  const whole = await guest.sh(
    `cd /opt/mien/current && bin/node -e 'const Database = require("better-sqlite3");
       console.log(new Database("/var/lib/mien/mien.db", { readonly: true }).pragma("integrity_check", { simple: true }))'`,
  );
  if (whole !== "ok") throw new Error(`After the power cut the database is not whole: ${whole}`);
}
