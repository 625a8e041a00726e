import { join, resolve } from "node:path";
import { Appliance } from "../appliance.ts";
import { orLastWords } from "../machine/last-words.ts";
import { Machine } from "../machine/machine.ts";
import { retelling, step } from "../progress.ts";
import type { Accelerator } from "./accelerator.ts";
import { cached, hashOf } from "./cache.ts";
import { command } from "./command.ts";
import type { Kernel } from "./kernel.ts";
import type { Release } from "./release.ts";
import { makeSongs, musicFolder } from "./songs.ts";

export const snapshot = "installed";
/** Where the faces lie that scenarios show to the camera. */
export const reelInside = "/root/reel.mkv";

const reel = resolve(import.meta.dirname, "../../../../build/demo/reel.mkv");
/** Slow hosts take a while to unpack a quarter of a gigabyte. */
const installLimitMs = 1_800_000;

interface Ingredients {
  base: string;
  kernel: Kernel;
  accelerator: Accelerator;
  release: Release;
}

/**
 * A machine in which a release was installed as docs/install.md tells a person to, running, with its music going to
 * the loopback card. Answers the disk's image, with a snapshot of the running machine in it.
 */
export async function makeRunningImage(of: Ingredients): Promise<string> {
  const { kernel, accelerator } = of;
  const installed = await makeInstalledImage(of);
  const ingredients = [
    installed,
    kernel.image,
    ...accelerator.options,
    hashOf(...["songs.js", "../machine/ear.js"].map((name) => join(import.meta.dirname, name))),
  ];
  const folder = await cached(`${nameOf(of)}-running`, ingredients, async (folder) => {
    const disk = join(folder, "disk.qcow2");
    await command("cp", ["--sparse=always", installed, disk]);
    // Without the cargo: a snapshot wants the same devices when it is gone on from.
    await inMachine(new Machine({ accelerator, kernel, disk }), async (machine) => {
      await machine.start();
      step("it has started; listening for music");
      const { mien } = await Appliance.of(machine);
      step("making songs");
      await makeSongs(machine.guest);
      // Each scenario begins with a machine at rest. Listening to all songs for their moods would take an emulated one
      // the better part of an hour, and they say theirs.
      step("reading them into the library");
      await mien.change({ analyseSound: false, musicFolders: [musicFolder] });
      await mien.until(
        "the end of the first scan",
        `.library | .tracks > 0 and .demo == false and ${atRest}`,
        300,
      );
      await mien.command({ do: "skip" });
      await mien.until(
        "music of its own",
        '.player.actual | .state == "playing" and .pick.item.track.durationMs > 500000',
        60,
      );
      await machine.save(snapshot);
    });
  });
  return join(folder, "disk.qcow2");
}

const nameOf = ({ kernel, release }: Ingredients) => `${kernel.architecture.prefix}${release.codename}`;

const atRest = "(.scan // .covers // .analysis) == null";

async function makeInstalledImage(of: Ingredients): Promise<string> {
  const { base, kernel, accelerator, release } = of;
  const ingredients = [base, kernel.image, ...accelerator.options, release.sha256, hashOf(reel)];
  const folder = await cached(`${nameOf(of)}-installed`, ingredients, async (folder) => {
    const disk = join(folder, "disk.qcow2");
    const cargo = join(folder, "cargo.tar");
    await command("qemu-img", ["create", "-q", "-f", "qcow2", "-b", base, "-F", "raw", disk]);
    const files = [release.tarball, `${release.tarball}.sha256`, reel];
    await command("tar", ["-cf", cargo, "--transform=s#.*/##", "--absolute-names", ...files]);
    await inMachine(new Machine({ accelerator, kernel, disk, cargo }), async (machine) => {
      await retelling(machine, async () => {
        await machine.start();
        await install(machine);
        await machine.powerOff();
      });
    });
    await command("rm", [cargo]);
  });
  return join(folder, "disk.qcow2");
}

async function install({ guest, mouth }: Machine): Promise<void> {
  step("it has started; unpacking the tarball");
  await guest.sh(
    "cd /root && tar -xf /dev/vdb && sha256sum -c *.sha256 && tar -xzf *.tar.gz",
    installLimitMs,
  );
  await guest.sh(`set -o pipefail; /root/mien-*/scripts/install --no-kiosk | tee ${mouth}`, installLimitMs);
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
