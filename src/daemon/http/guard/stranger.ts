import { isIP } from "node:net";
import { machineNames } from "../../machine-names.ts";

/** Names are shown as they were sent, and a request's head may be long. */
const SHOWN = 100;

/**
 * Another web site in the same browser can reach this port too: its requests carry its own origin. And a name
 * that an attacker lets point here (DNS rebinding) is none that this machine goes by. `allowed` are the owner's; `secure`
 * is what came by HTTPS.
 */
export function strangerFault(
  host: string | undefined,
  origin: string | undefined,
  allowed: readonly string[] = [],
  secure = false,
): string | null {
  const name = nameOf(`http://${host}`);
  if (!name) return "A request must say in its Host header which machine it means.";
  if (!(isIP(name) || machineNames().includes(name) || allowed.some((one) => one.toLowerCase() === name)))
    return `This appliance does not go by the name ${name.slice(0, SHOWN)}: its owner can add it to the setting hostNames, on the machine itself.`;
  // A page that came by plain HTTP may be anybody's, where the ports of both are left out.
  const isOurs = hostOf(origin) === host && (!secure || origin?.startsWith("https:"));
  if (origin !== undefined && !isOurs) return "Only the appliance's own pages may ask for this.";
  return null;
}

function nameOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase().replace(/^\[|\]$/g, "") : null;
}

function hostOf(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) ? new URL(url).host : null;
}
