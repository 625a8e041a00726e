import { JsonSocket } from "./json-socket.ts";
import { until } from "./until.ts";

/** Between two looks: on an emulated machine each is work that keeps it from what is waited for. */
const pauseS = 0.5;
/** What a command may take where nothing else is said, and how soon the agent answers, in the machine's own seconds. */
const [usualS, answerS] = [10, 5];

export interface Ran {
  code: number;
  output: string;
}

/** The inside of the machine, through Debian's qemu-guest-agent: commands as root, and files. */
export class Guest {
  readonly #agent: JsonSocket;

  private constructor(agent: JsonSocket) {
    this.#agent = agent;
  }

  /** Resolves when the agent answers, which is late in the boot. */
  static async open(path: string, limitMs: number): Promise<Guest> {
    const agent = await JsonSocket.open("The guest agent", path);
    await until(
      "the guest agent",
      () =>
        agent.sync(5_000).then(
          () => true,
          () => false,
        ),
      limitMs,
    );
    return new Guest(agent);
  }

  /** Bash, as root. Output and complaints come together, as on a terminal. */
  async run(script: string, limitMs = outside(usualS)): Promise<Ran> {
    const { pid } = await this.#ask<{ pid: number }>("guest-exec", {
      path: "/bin/bash",
      arg: ["-c", `exec 2>&1\n${script}`],
      "capture-output": true,
    });
    const ended = await until(
      `the end of: ${script}`,
      async () => {
        const status = await this.#ask<{ exited: boolean; exitcode?: number; "out-data"?: string }>(
          "guest-exec-status",
          { pid },
        );
        return status.exited && status;
      },
      limitMs,
    );
    return {
      code: ended.exitcode ?? -1,
      output: Buffer.from(ended["out-data"] ?? "", "base64").toString(),
    };
  }

  /** The output; throws with it where the script fails. */
  async sh(script: string, limitMs?: number): Promise<string> {
    const { code, output } = await this.run(script, limitMs);
    if (code !== 0) throw new Error(`In the machine, with status ${code}: ${script}\n${output}`);
    return output.trimEnd();
  }

  /**
   * Waits in the machine, by the machine's own clock, until a line of shell succeeds. Answers after how many seconds
   * it did. `what` names what was waited for in vain.
   */
  async holds(what: string, condition: string, limitS: number): Promise<number> {
    const { code, output } = await this.run(
      `now() { local up; read -r up _ </proc/uptime; echo $((10#\${up/./})); }
       begun=$(now)
       until said=$({ ${condition}; } 2>&1); do
         (($(now) - begun < ${Math.round(limitS * 100)})) || { echo "$said"; exit 1; }
         sleep ${pauseS}
       done
       echo $(($(now) - begun))`,
      outside(limitS),
    );
    if (code !== 0) throw new Error(`Waited ${limitS} s in vain for ${what}. ${output.trim().slice(-1_000)}`);
    return Number(output) / 100;
  }

  close(): void {
    this.#agent.close();
  }

  #ask<T>(execute: string, given: object): Promise<T> {
    return this.#agent.ask<T>(execute, given, outside(answerS));
  }
}

/** How long a wait in the machine may take outside, where its seconds may last much longer. */
function outside(limitS: number): number {
  return 60_000 + limitS * 60_000;
}
