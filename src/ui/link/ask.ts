import { type RefusalCode, refused } from "../facts/refused.ts";
import { words } from "../words/words.ts";
import { type SignInAs, signedInFor } from "./sign-in-gate.ts";

/**
 * What the daemon answered; a refusal comes with its reason, in the page's language. `waitMs` where the same question may be
 * answered otherwise after so long, because there were too many of them; `signIn` where it takes somebody who is signed in;
 * `told` is what the daemon calls the refusal, and what it named; `unreached` where there was no answer at all.
 */
export type Answer<T> =
  | { ok: true; value: T }
  | {
      ok: false;
      reason: string;
      waitMs?: number;
      signIn?: SignInAs;
      told?: RefusalCode;
      unreached?: true;
    };

export interface Question {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** A blob goes as what it says it is, anything else as JSON. */
  body?: unknown;
  signal?: AbortSignal;
  /** Goes out although the page closes. */
  keepalive?: boolean;
}

/**
 * One question to the daemon's REST. Only an abort is thrown. What somebody wants to do and may only when they are signed
 * in is asked once more as soon as they are.
 */
export async function ask<T = undefined>(path: string, question: Question = {}): Promise<Answer<T>> {
  const { answer, cure } = await askOnce<T>(path, question);
  // A page that looks around by itself opens no dialog.
  if (cure === null || (question.method ?? "GET") === "GET") return answer;
  return (await signedInFor(cure)) ? (await askOnce<T>(path, question)).answer : answer;
}

async function askOnce<T>(
  path: string,
  question: Question,
): Promise<{ answer: Answer<T>; cure: SignInAs | null }> {
  const { method = "GET", body, signal, keepalive } = question;
  let response: Response;
  try {
    response = await fetch(path, {
      ...{ method, ...carried(body) },
      ...(signal && { signal }),
      ...(keepalive && { keepalive }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    return { answer: { ok: false, reason: words.connection.unreachable, unreached: true }, cure: null };
  }
  const value = await json(response);
  if (response.ok) return { answer: { ok: true, value: value as T }, cure: null };
  const reason = reasonIn(value) ?? words.connection.refused(response.status);
  const [cure, told] = [cureIn(value), refusalIn(value)];
  const refused: Answer<T> = {
    ...{ ok: false, reason },
    ...(cure !== null && { signIn: cure }),
    ...(told !== null && { told }),
  };
  const answer = response.status === 429 ? { ...refused, waitMs: waitOf(response) } : refused;
  return { answer, cure };
}

/** As a Task wants it: the value, or an error with the reason as its message. */
export async function fetched<T>(path: string, signal: AbortSignal): Promise<T> {
  const answer = await ask<T>(path, { signal });
  if (answer.ok) return answer.value;
  throw new Error(answer.reason);
}

/** Of a Task's error. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function carried(body: unknown): RequestInit {
  if (body === undefined) return {};
  // The browser names a blob's own type.
  if (body instanceof Blob) return { body };
  return { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
}

export function reasonIn(value: unknown): string | null {
  const told = (typeof value === "object" && value !== null ? value : {}) as RefusalCode & {
    error?: unknown;
  };
  return typeof told.error === "string" ? refused(told.error, told) : null;
}

function refusalIn(value: unknown): RefusalCode | null {
  return typeof value === "object" && value !== null && "code" in value ? (value as RefusalCode) : null;
}

/** What to sign in as, where that helps. */
function cureIn(value: unknown): SignInAs | null {
  const told = typeof value === "object" && value !== null && "signIn" in value ? value.signIn : null;
  return told === "member" || told === "admin" ? told : null;
}

/** In seconds, as HTTP says it; one where it does not. */
const waitOf = (response: Response): number =>
  Math.max(1, Number(response.headers.get("retry-after")) || 1) * 1_000;

/** An empty body, or one that is no JSON, is undefined. */
async function json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
