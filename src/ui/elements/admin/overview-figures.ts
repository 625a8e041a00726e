import { html } from "lit";
import type { HourOfPlays } from "../../../protocol/library.ts";
import { bytesText } from "../../facts/bytes-text.ts";
import { momentText } from "../../facts/day-time.ts";
import { perLanguage } from "../../languages/tables.ts";
import { overviewWords } from "../../words/overview-words.ts";

/** As much of `/api/health` as is shown. */
export interface MachineTold {
  machine: {
    celsius: number | null;
    disk: { freeBytes: number; sizeBytes: number } | null;
    memory: { availableBytes: number; sizeBytes: number } | null;
  };
  memory: { daemonRssBytes: number; visionRssBytes: number | null };
  backup: { newestAt: number | null };
  uptimeSeconds: number;
}

const number = perLanguage((tag) => new Intl.NumberFormat(tag));

/** What was played in a day, and how the machine is. */
export function overviewFigures(
  told: MachineTold & { hours: readonly HourOfPlays[]; version: string },
): unknown {
  const words = overviewWords;
  const { machine, memory, backup, uptimeSeconds, hours, version } = told;
  const sum = (name: "plays" | "asked" | "skipped") => hours.reduce((all, hour) => all + hour[name], 0);
  const share = (part?: number, whole?: number) =>
    part === undefined || whole === undefined ? words.unknown : words.of(bytesText(part), bytesText(whole));
  return html`
    <section class="panel">
      <h2>${words.today}</h2>
      <dl>
        ${row(words.plays, sum("plays"), "plays")}
        ${row(words.picked, sum("plays") - sum("asked"), "picked")}
        ${row(words.asked, sum("asked"), "asked")}
        ${row(words.skipped, sum("skipped"), "skipped")}
      </dl>
      <div class="actions"><a href="/history">${words.toHistory}</a></div>
    </section>
    <section class="panel">
      <h2>${words.machine}</h2>
      <dl>
        ${row(words.heat, machine.celsius === null ? words.told.noSensor : words.celsius(machine.celsius), "heat")}
        ${row(words.disk, share(machine.disk?.freeBytes, machine.disk?.sizeBytes), "disk")}
        ${row(words.memory, share(machine.memory?.availableBytes, machine.memory?.sizeBytes), "memory")}
        ${row(words.used, bytesText(memory.daemonRssBytes + (memory.visionRssBytes ?? 0)), "used")}
        ${row(words.up, upText(uptimeSeconds), "up")}
        ${row(words.backup, backup.newestAt === null ? words.noBackup : momentText(backup.newestAt), "backup")}
        ${row(words.version, version, "version")}
      </dl>
    </section>
  `;
}

const row = (name: string, value: string | number, id: string) =>
  html`<dt>${name}</dt><dd data-testid=${id}>${typeof value === "number" ? number().format(value) : value}</dd>`;

function upText(seconds: number): string {
  const hours = Math.floor(seconds / 3_600);
  if (hours === 0) return overviewWords.minutes(Math.floor(seconds / 60));
  return overviewWords.days(Math.floor(hours / 24), hours % 24);
}
