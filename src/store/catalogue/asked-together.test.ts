import { expect, test } from "vitest";
import { askedTogether } from "./asked-together.ts";

function counted() {
  const messages: (readonly number[])[] = [];
  const ask = askedTogether(async (questions: readonly number[]) => {
    messages.push(questions);
    if (questions.includes(13)) throw new Error("Thirteen can't be told.");
    return questions.map((question) => question * 10);
  });
  return { messages, ask };
}

test("what is asked in one turn goes as one, and each has its own answer", async () => {
  const { messages, ask } = counted();
  expect(await Promise.all([ask(1), ask(2), ask(3)])).toEqual([10, 20, 30]);
  expect(messages).toEqual([[1, 2, 3]]);
});

test("what is asked later goes by itself, also while the answer before is on its way", async () => {
  const { messages, ask } = counted();
  const first = ask(1);
  await Promise.resolve().then(() => undefined);
  const second = ask(2);
  expect(await Promise.all([first, second])).toEqual([10, 20]);
  expect(await ask(3)).toBe(30);
  expect(messages).toEqual([[1], [2], [3]]);
});

test("where it fails all who asked together hear of it, and nobody else", async () => {
  const { ask } = counted();
  const together = await Promise.allSettled([ask(1), ask(13)]);
  expect(together.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await ask(2)).toBe(20);
});
