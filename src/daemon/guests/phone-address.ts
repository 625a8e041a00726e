import type { NetworkInterfaceInfo } from "node:os";

/** Of containers, virtual machines and tunnels: no guest's phone is in these networks. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vbox|tun|tap|wg|tailscale|zt|podman|cni|flannel)/;

/**
 * Where phones in the same network open their page; null where there is no network. A name that the owner gave comes
 * first, then an address: many phones know no names that end in .local.
 */
export function phoneAddress({
  hostNames,
  port,
  interfaces,
}: {
  hostNames: readonly string[];
  port: number;
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;
}): string | null {
  const host = hostNames[0] ?? lanAddress(interfaces);
  if (host === null) return null;
  const written = host.includes(":") ? `[${host}]` : host;
  return `http://${written}${port === 80 ? "" : `:${port}`}/phone`;
}

function lanAddress(
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
): string | null {
  const all = Object.entries(interfaces).flatMap(([name, infos = []]) =>
    VIRTUAL.test(name) ? [] : infos.filter(({ internal }) => !internal),
  );
  const usable = all.filter(({ address, family }) =>
    family === "IPv4" ? !address.startsWith("169.254.") : !/^fe[89ab]/i.test(address),
  );
  return (usable.find(({ family }) => family === "IPv4") ?? usable[0])?.address ?? null;
}
