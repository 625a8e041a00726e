import { setTimeout as delay } from "node:timers/promises";
import type { Appliance } from "../appliance.ts";
import { until } from "../machine/until.ts";
import { step } from "../progress.ts";
import type { Scenario } from "./scenario.ts";

/** How long it goes on writing after the first answers, at most, on the host's clock. */
const longestWriteMs = 15_000;

/**
 * Writes a setting and what somebody does not want to hear, over and over. A PIN takes a second to hash, so a person
 * comes with each third of them, and so does another song. What was answered, and what the history was answered to be,
 * is told at once to the outside, where no power cut takes it back.
 */
const write = (round: number, { mouth, skip }: { mouth: string; skip: boolean }) => `
  at=localhost:7373/api
  ask() { curl -sS --fail -o /dev/null -H "content-type: application/json" "$@"; }
  for number in {1..2000}; do
    ask -X PATCH $at/settings -d "{\\"climbMinutes\\": $number}" && echo ${round} set $number >${mouth}
    ask $at/library/blocks -d "{\\"artist\\": \\"cut ${round} $number\\"}" && echo ${round} blocked $number >${mouth}
    case $((number % 3)) in
      1) ask $at/people -d "{\\"name\\": \\"Cut ${round} $number\\", \\"pin\\": \\"4711\\"}" && echo ${round} person $number >${mouth} ;;
      2) curl -sS --fail "$at/plays?limit=5" | jq -r ".[] | [.id, .end.how] | @tsv" | sed "s/^/${round} play /" >${mouth} ;;
      0) ${skip} && ask $at/commands -d "{\\"do\\": \\"skip\\"}" ;;
    esac
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
      // The first cut comes in the middle of a song that has begun long before.
      const skip = round > 1;
      if (!skip) await appliance.mien.until("a song that is well under way", `${positionMs} > 80000`, 120);
      await appliance.guest.sh(
        `systemd-run -q --unit=writer bash -c '${write(round, { mouth: appliance.machine.mouth, skip })}'`,
      );
      await until("the first answers", () => told(appliance, round, "play").length > 0, 600_000);
      await delay(Math.random() * longestWriteMs);
      const before = skip
        ? null
        : await appliance.mien.state<Place>(`{ pick: ${pick}, positionMs: ${positionMs} }`);
      const silenceS = await appliance.cutPower();
      if (before) await goesOnWhereItWas(appliance, before);
      await holdsWhatItSaid(appliance, round);
      step(`power cut ${round}: music ${silenceS.toFixed(0)} s after the start`);
      longest = Math.max(longest, silenceS);
    }
    return longest;
  },
};

/** A song, and where in it. */
interface Place {
  pick: string;
  positionMs: number;
}
const pick = ".player.actual.pick.id";
/** Of the song that sounds, now. */
const positionMs = "(.player.actual | .positionMs + (now * 1000 - .at))";
const placeS = 60;

/** What the daemon says of it is told, because the song has played on by the time that it can be asked. */
async function goesOnWhereItWas({ guest, mien }: Appliance, before: Place): Promise<void> {
  const said = await guest.sh(
    `journalctl --boot --unit=mien.service --output=cat --no-pager |
       jq -cR 'fromjson? | objects | select(.msg == "going on with the song before")'`,
  );
  const after = JSON.parse(said || "null") as Place | null;
  const offS = after && (after.positionMs - before.positionMs) / 1_000;
  if (after?.pick !== before.pick || offS === null || Math.abs(offS) > placeS)
    throw new Error(
      `The song was at ${JSON.stringify(before)}, and after the power cut: ${said || "another"}.`,
    );
  const sounds = await mien.state<string>(pick);
  if (sounds !== before.pick) throw new Error(`After the power cut ${sounds} plays, and not ${before.pick}.`);
  step(
    `the song was at ${(before.positionMs / 1_000).toFixed(0)} s, and went on ${offS.toFixed(0)} s from there`,
  );
}

/** What was answered in this round of that kind, in that order, each in its words. */
function told({ machine }: Appliance, round: number, kind: string): string[][] {
  return machine.told
    .map((line) => line.split(/\s/))
    .filter(([of, word]) => of === String(round) && word === kind)
    .map(([, , ...words]) => words);
}

async function holdsWhatItSaid(appliance: Appliance, round: number): Promise<void> {
  const { guest, mien } = appliance;
  const { climbMinutes } = JSON.parse(await mien.settings()) as { climbMinutes: number };
  const set = Number(told(appliance, round, "set").at(-1));
  // One more may have been written whose answer was cut off.
  if (climbMinutes < set || climbMinutes > set + 1)
    throw new Error(`The setting was answered to be ${set}, and after the power cut it is ${climbMinutes}.`);

  const ask = async <T>(what: string, filter: string) =>
    JSON.parse(
      await guest.sh(`curl -sS --fail 'localhost:7373/api/${what}' | jq -c '${filter}'`),
    ) as readonly T[];
  const named = (kind: string, name: string) =>
    told(appliance, round, kind).map(([number]) => `${name} ${round} ${number}`);
  const [artists, people] = [named("blocked", "cut"), named("person", "Cut")];
  expectAll(artists, await ask("library/blocks", "[.artists[].name]"));
  expectAll(people, await ask("people", "[.people[].name]"));

  // A song that had not ended may have come to its end since, and no other thing.
  const plays = new Map(told(appliance, round, "play").map(([id = "", how = ""]) => [id, how]));
  const kept = new Map(await ask<[string, string]>("plays?limit=500", '[.[] | [.id, .end.how // ""]]'));
  expectAll([...plays.keys()], [...kept.keys()]);
  const changed = [...plays].filter(([id, how]) => how !== "" && kept.get(id) !== how);
  if (changed.length > 0) throw new Error(`After the power cut songs have ended otherwise: ${changed}.`);

  const whole = await guest.sh(
    `cd /opt/mien/current && bin/node -e 'const Database = require("better-sqlite3");
       console.log(new Database("/var/lib/mien/mien.db", { readonly: true }).pragma("integrity_check", { simple: true }))'`,
  );
  if (whole !== "ok") throw new Error(`After the power cut the database is not whole: ${whole}`);
  step(
    `${artists.length} artists, ${people.length} people and ${plays.size} songs were answered, and are there`,
  );
}

function expectAll(answered: readonly string[], there: readonly string[]): void {
  const lost = answered.filter((one) => !there.includes(one));
  if (lost.length > 0) throw new Error(`After the power cut what was answered is gone: ${lost.join(", ")}.`);
}
