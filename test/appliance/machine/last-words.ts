import type { Machine } from "./machine.ts";

/** Does something with a machine, and adds to what goes wrong what the machine itself has to say. */
export async function orLastWords<T>(machine: Machine, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const journal = await journalOf(machine).catch(({ message }: Error) => message);
    throw new Error(`${(error as Error).message}\n${journal}\n${machine.console}`);
  }
}

async function journalOf({ guest }: Machine): Promise<string> {
  const { output } = await guest.run(
    "systemctl status --no-pager -n 0 'mien*'; journalctl -n 60 --no-pager -o short-monotonic -u 'mien*'; dmesg | grep -v qemu-ga | tail -n 10",
  );
  return output;
}
