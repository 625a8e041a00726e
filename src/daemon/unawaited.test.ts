import { expect, test } from "vitest";
import { Unawaited } from "./unawaited.ts";

test("it is over once all work is, and what came of it meanwhile as well", async () => {
  const unawaited = new Unawaited();
  const ends: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => ends.push(resolve));
  unawaited.add(work().then(() => unawaited.add(work())));
  let isOver = false;
  const over = unawaited.over().then(() => {
    isOver = true;
  });
  ends[0]?.();
  await expect.poll(() => ends.length).toBe(2);
  // Every turn that it would take to notice the first one's end.
  await new Promise(setImmediate);
  expect(isOver).toBe(false);
  ends[1]?.();
  await over;
});

test("without work it is over at once", async () => {
  await new Unawaited().over();
});
