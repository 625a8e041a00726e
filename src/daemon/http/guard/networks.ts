import { isIPv6 } from "node:net";
import { networkInterfaces } from "node:os";

/** How long it is believed in which networks this machine is. */
const BELIEVED_MS = 10_000;

/** Of IPv6 the first 64 bits: whoever has one address there has 2^64. */
export function networkOf(address: string): string {
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (v4 !== undefined || !isIPv6(address)) return v4 ?? address;
  const [head = "", tail] = address.split("%", 1)[0]?.split("::") ?? [];
  const first = head.split(":").filter((part) => part !== "");
  const last = tail?.split(":").filter((part) => part !== "") ?? [];
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => "0");
  return [...first, ...zeros, ...last].slice(0, 4).join(":");
}

/** Link-local (fe80::/10) and unique local (fc00::/7): nobody's but a house's own. */
const PRIVATE = /^f(e[89ab]|[cd][\da-f]{2})/i;

/**
 * What is counted as one device. Next to this machine each address is one: by IPv6 a whole house of phones is in the same
 * 64 bits. From farther away those are one subscriber. Of a connection that is gone already there is no address.
 */
export function deviceOf(address = "", ours: () => ReadonlySet<string> = ourNetworks): string {
  const network = networkOf(address);
  if (!network.includes(":")) return network;
  const isNear = PRIVATE.test(address) || ours().has(network);
  return isNear ? address : network;
}

/**
 * What a connection is counted by: its device and, where one may give itself any number of addresses, the network that
 * all of these are in.
 */
export function countedBy(address = ""): { device: string; network: string | null } {
  const device = deviceOf(address);
  return { device, network: isIPv6(device) ? `${networkOf(address)}/64` : null };
}

let known: { at: number; networks: ReadonlySet<string> } | null = null;

/** The networks of IPv6 that this machine is in. */
function ourNetworks(): ReadonlySet<string> {
  const now = performance.now();
  if (known === null || now - known.at >= BELIEVED_MS) {
    const ours = Object.values(networkInterfaces()).flatMap((infos = []) =>
      infos
        .filter(({ family, internal }) => family === "IPv6" && !internal)
        .map(({ address }) => networkOf(address)),
    );
    known = { at: now, networks: new Set(ours) };
  }
  return known.networks;
}
