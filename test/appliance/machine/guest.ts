import { JsonSocket } from "./json-socket.ts";
import { until } from "./until.ts";

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
  async run(script: string, limitMs = 120_000): Promise<Ran> {
    const { pid } = await this.#agent.ask<{ pid: number }>("guest-exec", {
      path: "/bin/bash",
      arg: ["-c", `exec 2>&1\n${script}`],
      "capture-output": true,
    });
    const ended = await until(
      `the end of: ${script}`,
      async () => {
        const status = await this.#agent.ask<{ exited: boolean; exitcode?: number; "out-data"?: string }>(
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

  async read(path: string): Promise<Buffer> {
    const handle = await this.#agent.ask<number>("guest-file-open", { path, mode: "r" });
    const parts: Buffer[] = [];
    for (;;) {
      const part = await this.#agent.ask<{ "buf-b64": string; eof: boolean }>("guest-file-read", {
        handle,
        count: 1_000_000,
      });
      parts.push(Buffer.from(part["buf-b64"], "base64"));
      if (part.eof) break;
    }
    await this.#agent.ask("guest-file-close", { handle });
    return Buffer.concat(parts);
  }

  close(): void {
    this.#agent.close();
  }
}
