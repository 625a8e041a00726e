import type { Machine } from "./machine.ts";

/** Does something with a machine, and adds to what goes wrong what the machine itself has to say; then it is ended. */
export async function orLastWords<T>(machine: Machine, work: (machine: Machine) => Promise<T>): Promise<T> {
  try {
    return await work(machine);
  } catch (error) {
    const journal = await machine.guest
      .run("systemctl status --no-pager 'mien*'; journalctl -n 60 --no-pager -o short-monotonic", 60_000)
      .catch(({ message }: Error) => ({ output: message }));
    const { console } = machine;
    await machine.cutPower();
    throw new Error(`${(error as Error).message}\n${journal.output}\n${console}`);
  }
}
