/**
 * Processor time that one step takes, in milliseconds, all threads together. Beside other programs it stays what it
 * is, while the clock on the wall also counts the turns of the others.
 */
export async function cpuMsOf<Result>(
  step: () => Promise<Result>,
): Promise<{ result: Result; cpuMs: number }> {
  const before = process.cpuUsage();
  const result = await step();
  const { user, system } = process.cpuUsage(before);
  return { result, cpuMs: (user + system) / 1_000 };
}
