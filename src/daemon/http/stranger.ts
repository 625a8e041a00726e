import { isIP } from "node:net";
import { hostname } from "node:os";

/** Names are shown as they were sent, and a request's head may be long. */
const SHOWN = 100;

/**
 * Another web site in the same browser can reach this port too: its requests carry its own origin. And a name
 * that an attacker lets point here (DNS rebinding) is none that this machine goes by. `allowed` are the owner's.
 */
export function strangerFault(
  host: string | undefined,
  origin: string | undefined,
  allowed: readonly string[] = [],
): string | null {
  const name = nameOf(`http://${host}`);
  if (!name) return "A request must say in its Host header which machine it means.";
  if (!(isIP(name) || ownNames().has(name) || allowed.some((one) => one.toLowerCase() === name)))
    return `This appliance does not go by the name ${name.slice(0, SHOWN)}: its owner can add it to the setting hostNames, on the machine itself.`;
  if (origin !== undefined && hostOf(origin) !== host)
    return "Only the appliance's own pages may ask for this.";
  return null;
}

function ownNames(): ReadonlySet<string> {
  const own = hostname().toLowerCase();
  return new Set(["localhost", own, `${own}.local`]);
}

function nameOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase().replace(/^\[|\]$/g, "") : null;
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}
