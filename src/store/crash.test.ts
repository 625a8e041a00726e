import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "./open.ts";
import type { Acknowledged } from "./testing-writer.ts";

test("SIGKILL in the middle of writing loses nothing that was acknowledged", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mien-crash-"));
  const file = join(folder, "mien.db");
  let last: Acknowledged = { play: -1, setting: -1, track: -1 };
  // One after the other on the same database, so that each store takes up what the killed one left.
  for (let round = 0; round < 3; round++) {
    const from = last.play + 1;
    const writer = fork(new URL("./testing-writer.js", import.meta.url), [file, String(from)]);
    const exited = once(writer, "exit");
    let received = 0;
    writer.on("message", (message) => {
      last = message as Acknowledged;
      received += 1;
      if (received === 40) writer.kill("SIGKILL");
    });
    expect(await exited).toEqual([null, "SIGKILL"]);

    const store = await openStore({ file, log: { warn: () => undefined } });
    const plays = new Set((await store.plays.recent(10_000)).map(({ id }) => id));
    const { tracks } = await store.library.list({ search: null, limit: 10_000, offset: 0 });
    const titles = new Set(tracks.map(({ title }) => title));
    const settings = await store.settings.all();
    for (let index = 0; index <= last.play; index++) expect(plays).toContain(`play ${index}`);
    for (let index = 0; index <= last.track; index++) expect(titles).toContain(`track ${index}`);
    for (let index = 0; index <= last.setting; index++)
      expect(settings).toHaveProperty(`setting ${index}`, index);
    await store.close();
  }
  await rm(folder, { recursive: true });
});
