import { once, type Scenario } from "./scenario.ts";

/** To the last block, those that are kept for root too. */
const fill = `free=$(stat -f -c '%f * %S' /var/lib/mien); fallocate -l $((free - 20000000)) /var/lib/full-1
  cat /dev/zero >/var/lib/full-2 2>/dev/null; sync; true`;
const heard = "curl -sS --fail 'localhost:7373/api/plays?limit=50' | jq length";

export const diskFull: Scenario = {
  title: "the data disk full, and room again",
  times: once,
  hostS: 470,
  // Songs are skipped.
  allowedS: 2,
  async run({ guest, mien, ear }) {
    const before = Number(await guest.sh(heard));
    await guest.sh(fill);
    for (let songs = 0; songs < 3; songs += 1) {
      const song = await mien.state<string>(".player.actual.pick.id");
      await mien.command({ do: "skip" });
      await mien.until("the next song", `.player.actual | .state == "playing" and .pick.id != "${song}"`, 30);
    }
    await mien.until("the reason on the screen", '[.health[] | .reason?] | index("disk-full")', 60);
    await ear.music();
    await guest.sh("rm /var/lib/full-*");
    await mien.until("the store to be well again", '.health.store.state == "ok"', 120);
    // What was played meanwhile waited in memory.
    await guest.holds("the songs of that time in the history", `(($(${heard}) >= ${before + 3}))`, 120);
    await ear.music();
    return ear.longestSilence();
  },
};
