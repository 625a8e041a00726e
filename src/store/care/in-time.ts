/** A stick that slept takes some seconds to answer; a share whose server is away never does. */
const patienceMs = 10_000;

/** Rejects with what the system says of a server that is away where whoever is asked says nothing for so long. */
export async function inTime<Answer>(path: string, asked: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const silence = Object.assign(new Error(`ETIMEDOUT, read '${path}'`), {
      code: "ETIMEDOUT",
      syscall: "read",
    });
    timer = setTimeout(() => reject(silence), patienceMs);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
