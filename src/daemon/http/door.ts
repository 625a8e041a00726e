import { networkInterfaces } from "node:os";
import type { Server } from "./server.ts";

/** Begins to listen. Answers the address, or one sentence for what the owner can mend. */
export async function openDoor(
  server: Server,
  { port, openToNetwork }: { port: number; openToNetwork: boolean },
): Promise<{ address: string } | { fault: string }> {
  try {
    return { address: await server.listen({ host: openToNetwork ? everybody() : "127.0.0.1", port }) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE")
      return {
        fault: `Port ${port} is in use: end what listens there (sudo ss -ltnp sport = :${port} tells what it is), or take another with --port.`,
      };
    if (code === "EACCES")
      return { fault: `Port ${port} is kept for root: take one from 1024 on with --port.` };
    throw error;
  }
}

/** `::` takes IPv4 too, but a system without IPv6 does not know it. */
export function everybody(): "::" | "0.0.0.0" {
  const all = Object.values(networkInterfaces()).flatMap((some) => some ?? []);
  return all.some(({ family }) => family === "IPv6") ? "::" : "0.0.0.0";
}
