import { PassThrough } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { importCorrections } from "./import-corrections.ts";
import { patientBody } from "./patient-body.ts";

test("who says nothing for a while is hung up on, as if the connection had broken off", async () => {
  const body = new PassThrough();
  body.write("one");
  const pieces: string[] = [];
  const taking = (async () => {
    for await (const piece of patientBody(body, 20)) pieces.push(String(piece));
  })();
  await expect(taking).rejects.toMatchObject({ code: "ECONNRESET" });
  expect([pieces, body.destroyed]).toEqual([["one"], true]);
});

test("whoever takes long over a piece costs the sender no time", async () => {
  const body = new PassThrough();
  for (const piece of ["one", "two", "three"]) body.write(piece);
  body.end();
  let text = "";
  for await (const piece of patientBody(body, 100)) {
    text += String(piece);
    await delay(150);
  }
  expect(text).toBe("onetwothree");
});

test("one who stops early leaves the body for the answer", async () => {
  const body = new PassThrough();
  body.write("one");
  for await (const _ of patientBody(body, 20)) break;
  await delay(40);
  expect(body.destroyed).toBe(false);
});

test("a file of corrections whose sender has gone is answered, and holds nobody up", async () => {
  const body = new PassThrough();
  body.write("title,valence,arousal\nA song,0.5,");
  const library = {
    track: async () => null,
    list: async () => ({ tracks: [], total: 0, more: false, partial: false }),
    correct: async () => 0,
  };
  expect(await importCorrections(body, library, { silenceMs: 20 })).toEqual({
    fault: "The file broke off: send it again.",
  });
});
