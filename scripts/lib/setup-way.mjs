// setup-way.mjs ADDRESS: prints how a Mien that nobody has set up yet is set up without a screen of its own, in one sentence;
// nothing where it is set up, or does not answer.
import { hostname } from "node:os";
import { setTimeout as pause } from "node:timers/promises";

const [, , address] = process.argv;
/** The door for other machines opens a moment after the one for this one: its certificate is made first. */
const TRIES = 60;

async function told(path) {
  const answer = await fetch(new URL(path, address), { signal: AbortSignal.timeout(10_000) });
  return answer.json();
}

try {
  let setup = await told("/api/setup");
  if (setup.isNeeded) {
    const { values } = await told("/api/settings");
    for (let n = 0; values.openToNetwork && setup.address === null && n < TRIES; n++) {
      await pause(1_000);
      setup = await told("/api/setup");
    }
    const port = new URL(address).port;
    console.log(
      setup.address === null
        ? `Not set up yet: do it on Mien's own screen, or from another machine with: ssh -L ${port}:localhost:${port} ${hostname()}, and there at http://localhost:${port}/setup`
        : `Not set up yet: do it at ${setup.address} with the code ${setup.code}, another one after each start (journalctl -u mien | grep setupCode).`,
    );
  }
} catch {
  // What is wrong with it is told by health.mjs.
}
