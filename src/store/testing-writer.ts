/** Writes without end and tells what was acknowledged, so that a test can kill it: `testing-writer.js FILE FROM`. */
import { openStore } from "./open.ts";
import { anyCandidate, playBegun, scannedFile } from "./testing.ts";

/** The highest number of each that the store has acknowledged; all below it are acknowledged too. */
export interface Acknowledged {
  play: number;
  setting: number;
  track: number;
}

async function main(file: string, from: number): Promise<void> {
  const store = await openStore({ file, log: { warn: () => undefined } });
  for (let index = from; ; index++) {
    await store.library.put([scannedFile(`/music/${index}.mp3`, { track: { title: `track ${index}` } })]);
    process.send?.({ play: index - 1, setting: index - 1, track: index } satisfies Acknowledged);
    const [candidate] = await store.library.candidates(anyCandidate({ limit: 1 }));
    if (candidate === undefined) throw new Error("A track that was acknowledged is no candidate.");
    await Promise.all([
      store.plays.begin(playBegun(`play ${index}`, candidate.track)),
      store.settings.put({ [`setting ${index}`]: index }),
    ]);
    process.send?.({ play: index, setting: index, track: index } satisfies Acknowledged);
  }
}

await main(process.argv[2] ?? "", Number(process.argv[3]));
