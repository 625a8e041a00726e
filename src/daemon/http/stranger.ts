import { isIP } from "node:net";
import { hostname } from "node:os";

/**
 * Another web site in the same browser can reach this port too: its requests carry its own origin. And a name
 * that an attacker lets point here (DNS rebinding) is none that this machine goes by.
 */
export function strangerFault(host: string | undefined, origin: string | undefined): string | null {
  const name = nameOf(`http://${host}`);
  if (!name || !(isIP(name) || ownNames().has(name))) return "This appliance does not go by that name.";
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
