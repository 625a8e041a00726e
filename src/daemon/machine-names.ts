import { hostname, networkInterfaces } from "node:os";

/** What this machine goes by without being told; in lower case, as a browser writes them. */
export function machineNames(): readonly string[] {
  const own = hostname().toLowerCase();
  return ["localhost", own, `${own}.local`];
}

/** Of its own networks. Those of a single link are left out: no browser can be given one without its interface. */
export function machineAddresses(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((some) => some ?? []);
  return [...new Set(all.map(({ address }) => address).filter((address) => !/^fe[89ab]/i.test(address)))];
}
