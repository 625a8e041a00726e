import { spawn } from "node:child_process";

/** Runs a program to its end. Answers what it printed; throws with its last lines where it fails. */
export async function command(
  program: string,
  args: readonly string[],
  options: { cwd?: string } = {},
): Promise<string> {
  const child = spawn(program, args, { cwd: options.cwd, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  let all = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
    all += chunk;
  });
  child.stderr.on("data", (chunk) => {
    all += chunk;
  });
  const code = await new Promise<number | string | null>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (status, signal) => resolve(status ?? signal));
  });
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} failed (${code}):\n${all.slice(-3_000)}`);
  return printed;
}
