import { join, resolve } from "node:path";
import { Appliance } from "../appliance.ts";
import { orLastWords } from "../machine/last-words.ts";
import { Machine } from "../machine/machine.ts";
import type { Accelerator } from "./accelerator.ts";
import { cached, hashOf } from "./cache.ts";
import { command } from "./command.ts";
import type { Kernel } from "./kernel.ts";
import type { Release } from "./release.ts";

export const snapshot = "installed";
/** Where the faces lie that scenarios show to the camera. */
export const reelInside = "/root/reel.mkv";

const reel = resolve(import.meta.dirname, "../../../../build/demo/reel.mkv");
/** Slow hosts take a while to unpack a quarter of a gigabyte. */
const installLimitMs = 1_800_000;

/**
 * A machine in which a release was installed as docs/install.md tells a person to, running, with its music going to
 * the loopback card. Answers the disk's image, with a snapshot of the running machine in it.
 */
export async function makeInstalledImage(options: {
  base: string;
  kernel: Kernel;
  accelerator: Accelerator;
  release: Release;
}): Promise<string> {
  const { base, kernel, accelerator, release } = options;
  const ingredients = [base, kernel.image, ...accelerator.options, release.sha256, hashOf(reel)];
  const folder = await cached("installed", ingredients, async (folder) => {
    const disk = join(folder, "disk.qcow2");
    const cargo = join(folder, "cargo.tar");
    await command("qemu-img", ["create", "-q", "-f", "qcow2", "-b", base, "-F", "raw", disk]);
    // tar's own transformation leaves each file's name alone.
    const files = [release.tarball, `${release.tarball}.sha256`, reel];
    await command("tar", ["-cf", cargo, "--transform=s#.*/##", "--absolute-names", ...files]);

    await inMachine(new Machine({ accelerator, kernel, disk, cargo }), async (machine) => {
      await machine.start();
      await install(machine);
      await machine.powerOff();
    });
    await command("rm", [cargo]);

    // Without the cargo: a snapshot wants the same devices when it is gone on from.
    await inMachine(new Machine({ accelerator, kernel, disk }), async (machine) => {
      await machine.start();
      const { mien } = await Appliance.of(machine);
      // What is done once after an installation is done: each scenario begins with a machine at rest.
      await mien.until("the end of the first scan", `.library | .tracks > 0 and ${atRest}`, 300);
      await machine.save(snapshot);
    });
  });
  return join(folder, "disk.qcow2");
}

const atRest = "(.scan // .covers // .analysis) == null";

async function install({ guest }: Machine): Promise<void> {
  await guest.sh(
    "cd /root && tar -xf /dev/vdb && sha256sum -c *.sha256 && tar -xzf *.tar.gz",
    installLimitMs,
  );
  const said = await guest.sh("/root/mien-*/scripts/install --no-kiosk", installLimitMs);
  process.stdout.write(said.replaceAll(/^/gm, "  | ").concat("\n"));
  // The card that can be listened to, directly: PipeWire would be one more thing to emulate.
  const output = { output: "alsa/plughw:CARD=Loopback,DEV=0" };
  await guest.sh(
    `curl -sS --fail -X PATCH localhost:7373/api/settings -H 'content-type: application/json' -d '${JSON.stringify(output)}'
     rm -rf /root/mien-*; sync`,
  );
}

async function inMachine(machine: Machine, work: (machine: Machine) => Promise<void>): Promise<void> {
  try {
    await orLastWords(machine, () => work(machine));
  } finally {
    await machine.dispose();
  }
}
