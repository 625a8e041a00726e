import { once, type Scenario, uninterruptedS } from "./scenario.ts";

const day = 24 * 3600;
const move = (seconds: number) => `date -s @$(($(date +%s) + ${seconds}))`;

export const clockMoves: Scenario = {
  title: "the clock set back a day, and a day ahead",
  times: once,
  hostS: 240,
  allowedS: uninterruptedS,
  async run({ guest, mien, ear }) {
    for (const seconds of [-day, 2 * day, -day]) {
      await guest.sh(move(seconds));
      await ear.music();
      await mien.command({ do: "skip" });
      await mien.until("the next song", '.player.actual.state == "playing"', 30);
      await ear.music();
    }
    return ear.longestSilence();
  },
};

export const hoursFollow: Scenario = {
  title: "opening hours after the clock was set",
  times: once,
  hostS: 474,
  allowedS: null,
  async run({ guest, mien, ear }) {
    await guest.sh("date -s 12:00");
    const today = Number(await guest.sh("date +%w"));
    await mien.change({ openingHours: [{ days: [today], from: "09:00", to: "18:00" }] });
    await ear.music();
    await guest.sh(move(day));
    await mien.until("closing", '.player.intended == "closed"', 60);
    await guest.sh(move(-day));
    await mien.until("opening", '.player | .intended == "playing" and .actual.state == "playing"', 60);
    await ear.music();
    return null;
  },
};
