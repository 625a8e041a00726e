import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { temporaryFolder } from "../testing-music.ts";
import { ReplaceableThread } from "./replaceable-thread.ts";

const folder = await temporaryFolder();
let thread: ReplaceableThread;
afterEach(() => thread.stop());

/** A thread that does this once it is ready. */
async function threadThat(does: string, readyAfterMs = 0): Promise<ReplaceableThread> {
  const path = join(folder, `${does.replaceAll(/\W+/g, "-")}.mjs`);
  const program = `
    import { readlinkSync } from "node:fs";
    import { parentPort, workerData } from "node:worker_threads";
    await new Promise((resolve) => setTimeout(resolve, ${readyAfterMs}));
    ${does}
    parentPort.postMessage({ ready: readlinkSync("/proc/thread-self") });`;
  await writeFile(path, program);
  thread = new ReplaceableThread({ entry: pathToFileURL(path), data: (progress) => progress, heapMb: 32 });
  return thread;
}

const answer = "parentPort.postMessage({ ok: true, reply: String(n + 1) });";

test("it answers one request after the other, and starts anew after a rest", async () => {
  const made = await threadThat(`parentPort.on('message', (n) => { ${answer} });`);
  expect(await made.ask(1, 20_000)).toEqual({ reply: 2 });
  await made.rest();
  expect(await made.ask(2, 20_000)).toEqual({ reply: 3 });
});

test("one that dies before it has begun with anything is to blame for nothing", async () => {
  const made = await threadThat("throw new Error('no vocabulary');");
  for (let times = 0; times < 2; times++)
    expect(await made.ask(1, 20_000)).toEqual({ lost: "crashed", detail: "no vocabulary", at: -1 });
});

test("one that dies on something says where it was", async () => {
  const dies = "parentPort.on('message', () => { Atomics.store(workerData, 1, 7); process.exit(1); });";
  expect(await (await threadThat(dies)).ask(1, 20_000)).toMatchObject({ lost: "stopped", at: 7 });
});

test("one that goes round in circles is ended, and the next request is answered", async () => {
  const made = await threadThat(`parentPort.on('message', (n) => { while (n === 0); ${answer} });`);
  expect(await made.ask(0, 300)).toMatchObject({ lost: "stuck" });
  expect(await made.ask(4, 20_000)).toEqual({ reply: 5 });
});

test("the time that it takes to start is not taken for a request's", async () => {
  const late = `parentPort.on("message", (n) => setTimeout(() => { ${answer} }, 300));`;
  const made = await threadThat(late, 3_000);
  expect(await made.ask(1, 2_000)).toEqual({ reply: 2 });
});

test("stopped, it answers at once and for good", async () => {
  const made = await threadThat("parentPort.on('message', () => { for (;;); });");
  const asked = made.ask(1, 20_000);
  await made.stop();
  expect(await asked).toMatchObject({ lost: "stopped" });
  expect(await made.ask(1, 20_000)).toMatchObject({ lost: "stopped" });
});
