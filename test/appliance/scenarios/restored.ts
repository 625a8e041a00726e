import { longOnly, type Scenario } from "./scenario.ts";

const backups = "localhost:7373/api/backups";
/** The daemon stops, the database is read and copied, and the next one starts. */
const restoreS = 20;

export const restored: Scenario = {
  title: "a backup restored as an admin's page does it",
  times: longOnly,
  hostS: 0,
  allowedS: restoreS,
  async run({ guest, mien, ear }) {
    await mien.change({ climbMinutes: 7 });
    await guest.sh(`curl -sS --fail-with-body -o /dev/null -X POST ${backups}`, 600_000);
    const name = await guest.sh(`curl -sS --fail ${backups} | jq -r '.backups[0].name'`);
    await mien.change({ climbMinutes: 9 });
    const before = await mien.daemon();
    await guest.sh(`curl -sS --fail-with-body -o /dev/null -X POST ${backups}/${name}/restore`, 600_000);
    await mien.anotherDaemon(before, 120);
    await mien.until("the news of it", '.health.store.reason == "database-restored"', 60);
    const { climbMinutes } = JSON.parse(await mien.settings()) as { climbMinutes: number };
    if (climbMinutes !== 7) throw new Error(`What was changed after the backup is there: ${climbMinutes}.`);
    await guest.sh("test -s /var/lib/mien/set-aside/*/mien.db");
    await ear.music();
    return ear.longestSilence();
  },
};
