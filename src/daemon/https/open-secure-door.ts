import { isIP } from "node:net";
import { hostname, networkInterfaces } from "node:os";
import type { Settings } from "../../protocol/settings.ts";
import type { Appliance } from "../appliance.ts";
import { phoneAddress } from "../guests/phone-address.ts";
import { everybody } from "../http/door.ts";
import { keepPlaces } from "../http/guard/kept-places.ts";
import type { Server } from "../http/server.ts";
import type { Log } from "../log.ts";
import { machineAddresses, machineNames } from "../machine-names.ts";
import { type CertificateOptions, ownCertificate } from "./certificate.ts";
import { DoorTries } from "./door-tries.ts";
import { SecureDoor } from "./secure-door.ts";

/** How often it is looked whether the certificate still does. */
const LOOK_EVERY_MS = 3_600_000;
/** What a certificate can say; not every name of a machine is one. */
const aName = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/;

export interface OpenSecureDoorOptions {
  appliance: Appliance;
  server: Server;
  /** At which port the plain one is. */
  plainPort: number;
  /** Whether the machine's clock can be believed. */
  trusted: () => boolean;
  log: Log;
  make?: CertificateOptions["make"];
}

/**
 * Opens the second door where Mien is open to the network, by and by: nothing waits for a certificate. What keeps it
 * shut is told and keeps admins out from elsewhere, and nobody from the music; it is tried again. Answers the way to close it.
 */
export function openSecureDoor(options: OpenSecureDoorOptions): () => Promise<void> {
  const { appliance, server, plainPort, trusted, log, make } = options;
  const { settings, dataFolder } = appliance;
  if (!settings.current.openToNetwork) return async () => undefined;
  const door = new SecureDoor({
    ...{ server, log },
    certificate: () =>
      ownCertificate({
        ...{ dataFolder, trusted, log, now: Date.now },
        ...certified(settings.current),
        ...(make && { make }),
      }),
    guard: (listener) =>
      keepPlaces(listener, { phonesPerAddress: () => settings.current.guestPhonesPerAddress }),
    onChange: (told) => {
      const address = { host: hostOf(settings.current), ...told };
      appliance.httpsOpened(address);
      log.info(address, "admins from elsewhere come in by HTTPS");
    },
  });
  const tries = new DoorTries({
    // The port as it is set by then: another one is what may help.
    open: () => door.open({ host: everybody(), port: settings.current.httpsPort ?? portBeside(plainPort) }),
    ...{ now: Date.now, log },
    onHealth: (health) => appliance.httpsIs(health),
  });
  tries.start();
  const timer = setInterval(() => void door.look(), LOOK_EVERY_MS).unref();
  const undo = settings.onChange((_, changed) => {
    if (changed.includes("hostNames")) void door.look();
  });
  return async () => {
    clearInterval(timer);
    undo();
    tries.stop();
    await door.close();
  };
}

/** What the certificate says. */
function certified({ hostNames }: Pick<Settings, "hostNames">): { names: string[]; addresses: string[] } {
  const all = [...new Set([...machineNames(), ...hostNames.map((name) => name.toLowerCase())])];
  return {
    names: all.filter((name) => isIP(name) === 0 && aName.test(name)),
    addresses: [...new Set([...machineAddresses(), ...all.filter((name) => isIP(name) !== 0)])],
  };
}

/** As it is written in an address. */
function hostOf({ hostNames }: Pick<Settings, "hostNames">): string {
  const page = phoneAddress({ hostNames, port: 80, interfaces: networkInterfaces() });
  return page === null ? `${hostname()}.local` : new URL(page).hostname;
}

/** Port 0 takes any, for tests. */
function portBeside(port: number): number {
  if (port === 0) return 0;
  return port === 65_535 ? port - 1 : port + 1;
}
