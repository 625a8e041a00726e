import { join } from "node:path";
import { Ear } from "../machine/ear.ts";
import { orLastWords } from "../machine/last-words.ts";
import { Machine } from "../machine/machine.ts";
import { cached } from "./cache.ts";
import { command } from "./command.ts";
import type { Kernel } from "./kernel.ts";
import type { Release } from "./release.ts";

export const snapshot = "installed";

/** Slow machines take a while to unpack a quarter of a gigabyte. */
const installLimitMs = 900_000;

/**
 * A machine in which a release was installed as docs/install.md tells a person to, running, with its music going to
 * the loopback card. Answers the disk's image, with a snapshot of the running machine in it.
 */
export async function makeInstalledImage(options: {
  base: string;
  kernel: Kernel;
  accelerator: string;
  release: Release;
}): Promise<string> {
  const { base, kernel, accelerator, release } = options;
  const ingredients = [base, kernel.image, accelerator, release.sha256];
  const folder = await cached("installed", ingredients, async (folder) => {
    const disk = join(folder, "disk.qcow2");
    const cargo = join(folder, "cargo.tar");
    await command("qemu-img", ["create", "-q", "-f", "qcow2", "-b", base, "-F", "raw", disk]);
    await command("bash", [
      "-c",
      'tar -cf "$0" -C "$(dirname "$1")" "$(basename "$1")" "$(basename "$1").sha256"',
      cargo,
      release.tarball,
    ]);

    const machine = await Machine.start({ accelerator, kernel, disk, cargo });
    await orLastWords(machine, async ({ guest }) => {
      await guest.sh(
        "cd /root && tar -xf /dev/vdb && sha256sum -c *.sha256 && tar -xzf *.tar.gz",
        installLimitMs,
      );
      const said = await guest.sh("/root/mien-*/scripts/install --no-kiosk", installLimitMs);
      process.stdout.write(said.replaceAll(/^/gm, "  | ").concat("\n"));
      await guest.sh(
        `curl -sS --fail -X PATCH localhost:7373/api/settings -H 'content-type: application/json' \
          -d '{"output": "alsa/plughw:CARD=Loopback,DEV=0"}' && systemctl restart mien`,
      );
      await (await Ear.open(guest)).music(300_000);
      await guest.sh("rm -rf /root/mien-* && sync");
      await machine.powerOff();
    });
    await command("rm", [cargo]);

    // Without the cargo: a snapshot wants the same devices when it is gone on from.
    const again = await Machine.start({ accelerator, kernel, disk });
    await orLastWords(again, async ({ guest }) => {
      await (await Ear.open(guest)).music(300_000);
      await again.save(snapshot);
    });
    await again.cutPower();
  });
  return join(folder, "disk.qcow2");
}
