import { expect, test } from "vitest";
import { PatientQuestion } from "./patient-question.ts";

test("a folder that hangs is asked once, however often one asks, and holds up nobody", async () => {
  const asked: string[] = [];
  const answers = new Map<string, (there: boolean) => void>();
  const question = new PatientQuestion({
    ask: (folder) => {
      asked.push(folder);
      return new Promise<boolean>((resolve) => answers.set(folder, resolve));
    },
    patienceMs: 1,
    late: false,
  });
  expect(await question.ask("/away")).toBe(false);
  expect(await question.ask("/away")).toBe(false);
  const other = question.ask("/there");
  answers.get("/there")?.(true);
  expect(await other).toBe(true);
  expect(asked).toEqual(["/away", "/there"]);

  answers.get("/away")?.(true);
  const again = question.ask("/away");
  answers.get("/away")?.(true);
  expect(await again).toBe(true);
});

test("where something has changed, no answer from before is given", async () => {
  const answers: ((files: number) => void)[] = [];
  const question = new PatientQuestion({
    ask: () => new Promise<number>((resolve) => answers.push(resolve)),
    patienceMs: 10_000,
    late: 0,
  });
  const before = question.ask("/backups");
  question.forget("/backups");
  const after = question.ask("/backups");
  answers[0]?.(1);
  expect(await before).toBe(1);
  const third = question.ask("/backups");
  answers[1]?.(2);
  expect([await after, await third]).toEqual([2, 2]);
  expect(answers).toHaveLength(2);
});

test("what can't be asked is told to whoever asks", async () => {
  const question = new PatientQuestion({
    ask: () => Promise.reject(new Error("EIO")),
    patienceMs: 10_000,
    late: false,
  });
  await expect(question.ask("/broken")).rejects.toThrow("EIO");
});
