/**
 * What is asked in the same turn goes as one question: a message to a worker wakes one thread and its answer another,
 * which takes longer than many an answer. A pick asks what is near, whose artist is liked and what song is, all at once.
 */
export function askedTogether<Question, Answer>(
  askAll: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  let waiting: Question[] = [];
  let answers: Promise<readonly Answer[]> | null = null;

  async function askThem(): Promise<readonly Answer[]> {
    // Whoever asks in this turn has asked by then.
    await null;
    const questions = waiting;
    waiting = [];
    answers = null;
    return askAll(questions);
  }

  return async (question) => {
    const place = waiting.push(question) - 1;
    answers ??= askThem();
    return (await answers)[place] as Answer;
  };
}
