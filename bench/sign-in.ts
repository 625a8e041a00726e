import { hashSecret, isSecret, passphraseCost, pinCost } from "../src/daemon/people/secret-hash.ts";

export const title = "what hashing a PIN or a passphrase costs";

/** Others that were looked at; OWASP's list of 2024 names those with 16 to 128 MB as equals for passwords. */
const costs = [
  { name: "PIN", ...pinCost },
  { name: "passphrase", ...passphraseCost },
  { name: "a quarter of the memory", ln: 13, r: 8, p: 10 },
  { name: "half of the memory", ln: 14, r: 8, p: 5 },
  { name: "four times the memory", ln: 17, r: 8, p: 1 },
];
const ROUNDS = 5;

interface Row {
  name: string;
  parameters: string;
  memoryMb: number;
  cpuMs: number;
}

/** CPU time of the quickest of five, so that a busy machine tells the same. */
export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, ...cost } of costs) {
    const hash = await hashSecret("warm up", cost);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const before = process.cpuUsage();
      await isSecret("not it", hash);
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1_000);
    }
    const { ln, r, p } = cost;
    const memoryMb = (128 * r * 2 ** ln) / 2 ** 20;
    rows.push({ name, parameters: `ln=${ln},r=${r},p=${p}`, memoryMb, cpuMs: Math.min(...times) });
  }
  return rows;
}

export function table(rows: readonly Row[]): string {
  const line = (name: string, parameters: string, memory: string, cpu: string) =>
    name.padEnd(26) + parameters.padEnd(18) + memory.padStart(8) + cpu.padStart(9);
  return [
    line("scrypt", "", "memory", "CPU"),
    ...rows.map(({ name, parameters, memoryMb, cpuMs }) =>
      line(name, parameters, `${memoryMb} MB`, `${Math.round(cpuMs)} ms`),
    ),
  ].join("\n");
}
