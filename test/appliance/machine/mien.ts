import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Guest } from "./guest.ts";

// From dist/test/appliance/machine/.
const soundingMpv = join(
  resolve(import.meta.dirname, "../../../../test/appliance/machine"),
  "sounding-mpv.mjs",
);

const address = "localhost:7373";
const asJson = "-H 'content-type: application/json'";

/** Mien as it can be asked from within its machine. What is looked for is said as jq says it. */
export class Mien {
  readonly #guest: Guest;

  constructor(guest: Guest) {
    this.#guest = guest;
  }

  /** What a filter makes of /api/state. */
  async state<T>(filter: string): Promise<T> {
    return JSON.parse(await this.#guest.sh(`${ask("state")} | jq -c '${filter}'`)) as T;
  }

  /** Waits until a filter of /api/state answers neither false nor null. Answers after how many seconds it did. */
  async until(what: string, filter: string, limitS: number): Promise<number> {
    const condition = `answer=$(${ask("state")}) && { jq -e '${filter}' <<<"$answer" >/dev/null || { jq -c '{mood, player, health}' <<<"$answer"; false; }; }`;
    return this.#guest.holds(what, condition, limitS);
  }

  async change(settings: Record<string, unknown>): Promise<void> {
    await this.#guest.sh(
      `curl -sS --fail-with-body -X PATCH ${address}/api/settings ${asJson} -d '${JSON.stringify(settings)}'`,
    );
  }

  /**
   * The first start's questions, as whoever stands at the machine answers them. From here on only they may change a
   * setting.
   */
  async setUp(stands: string): Promise<void> {
    const answers = {
      admin: { name: "Olga", passphrase: "correct horse battery" },
      stands,
      place: "The counter",
    };
    await this.#guest.sh(
      `curl -sS --fail-with-body -o /dev/null ${address}/api/setup ${asJson} -d '${JSON.stringify(answers)}'`,
    );
  }

  async settings(): Promise<string> {
    return this.#guest.sh(`${ask("settings")} | jq -c .values`);
  }

  async command(command: Record<string, unknown>): Promise<void> {
    await this.#guest.sh(
      `curl -sS --fail-with-body ${address}/api/commands ${asJson} -d '${JSON.stringify(command)}'`,
    );
  }

  /** The process of the daemon. */
  async daemon(): Promise<number> {
    return Number(await this.#guest.sh("systemctl show --property=MainPID --value mien.service"));
  }

  /** Waits until systemd has been told that another daemon is ready. */
  async anotherDaemon(before: number, limitS: number): Promise<number> {
    const properties = "--property=ActiveState --property=MainPID --value mien.service";
    return this.#guest.holds(
      "another daemon that is ready",
      `set -- $(systemctl show ${properties} | sort); echo "$@"; [ "$2" = active ] && [ "$1" -gt 0 ] && [ "$1" != ${before} ]`,
      limitS,
    );
  }

  /** The mpv that sounds; another one stands by. */
  async mpv(): Promise<number> {
    const said =
      await this.#guest.sh(`/opt/mien/current/bin/node --input-type=module - $(pgrep -u mien -x mpv) <<'PROGRAM'
${readFileSync(soundingMpv, "utf8")}
PROGRAM`);
    const [pid, ...more] = said.trim().split("\n");
    if (!pid || more.length > 0)
      throw new Error(`There is not one mpv that sounds: ${said.trim() || "none"}.`);
    return Number(pid);
  }

  async vision(): Promise<number> {
    return this.#only("vision", "-f dist/src/vision/main.js");
  }

  async #only(what: string, pattern: string): Promise<number> {
    const found = (await this.#guest.run(`pgrep -u mien ${pattern}`)).output.trim().split("\n");
    const [pid] = found;
    if (found.length !== 1 || !pid)
      throw new Error(`There is not one process of ${what}: ${found.join(" ") || "none"}.`);
    return Number(pid);
  }
}

function ask(what: string): string {
  return `curl -sS --fail --max-time 5 ${address}/api/${what}`;
}
