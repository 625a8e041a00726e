import type { Machine } from "./machine/machine.ts";

const begun = performance.now();
const lookEveryMs = 1_000;

/** For whoever waits in front of a terminal: what is done now, and how long everything has taken so far. */
export function step(text: string): void {
  const seconds = Math.floor((performance.now() - begun) / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  console.log(`${clock.padStart(6)}  ${text}`);
}

/** Does something with a machine, and retells meanwhile what the machine tells. */
export async function retelling<T>(machine: Machine, work: () => Promise<T>): Promise<T> {
  let told = machine.told.length;
  const retell = () => {
    const lines = machine.told.slice(told);
    told += lines.length;
    for (const line of lines) step(line.trim());
  };
  const timer = setInterval(retell, lookEveryMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    retell();
  }
}
