import { words } from "../words.ts";

/** What the daemon answered; a refusal comes with its reason, in the daemon's words. */
export type Answer<T> = { ok: true; value: T } | { ok: false; reason: string };

export interface Question {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** A blob goes as what it says it is, anything else as JSON. */
  body?: unknown;
  signal?: AbortSignal;
}

/** One question to the daemon's REST. Only an abort is thrown. */
export async function ask<T = undefined>(path: string, question: Question = {}): Promise<Answer<T>> {
  const { method = "GET", body, signal } = question;
  let response: Response;
  try {
    response = await fetch(path, { method, ...carried(body), ...(signal ? { signal } : {}) });
  } catch (error) {
    if (signal?.aborted) throw error;
    return { ok: false, reason: words.connection.unreachable };
  }
  const value = await json(response);
  if (response.ok) return { ok: true, value: value as T };
  return { ok: false, reason: reasonIn(value) ?? words.connection.refused(response.status) };
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
  const told = typeof value === "object" && value !== null && "error" in value ? value.error : null;
  return typeof told === "string" ? told : null;
}

/** An empty body, or one that is no JSON, is undefined. */
async function json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
