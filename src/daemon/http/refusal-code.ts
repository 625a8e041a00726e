import type { FastifyInstance } from "fastify";
import { type Coded, ownerRefusals, type RefusalCode, roomRefusals } from "../../protocol/refusals.ts";

const HOLE = /\{(\w+)\}/;
const all = Object.entries({ ...roomRefusals, ...ownerRefusals }) as readonly [RefusalCode, string][];
const whole = new Map(all.filter(([, text]) => !HOLE.test(text)).map(([code, text]) => [text, code]));
const holed = all
  .filter(([, text]) => HOLE.test(text))
  .map(([code, text]) => ({ code, pattern: patternOf(text) }));

/**
 * Why something is refused is found out deep in the house, and told as the sentence that is read, logged and tested. At
 * the door each gets its code, so that a page can say it in its own language. Null for what only programs can be told.
 */
export function codeOf(sentence: string): Coded | null {
  const code = whole.get(sentence);
  if (code !== undefined) return { code };
  for (const { code, pattern } of holed) {
    const found = pattern.exec(sentence);
    if (found !== null) return { code, named: { ...found.groups } };
  }
  return null;
}

/** Every answer that refuses has its code beside its sentence. */
export function tellCodes(server: Pick<FastifyInstance, "addHook">): void {
  server.addHook("preSerialization", async (_request, _reply, payload) =>
    isRefusal(payload) ? { ...payload, ...codeOf(payload.error) } : payload,
  );
}

const isRefusal = (payload: unknown): payload is { error: string } =>
  typeof payload === "object" && payload !== null && "error" in payload && typeof payload.error === "string";

/** What is named may have line ends in it, as names of files have. */
function patternOf(text: string): RegExp {
  const source = text
    .split(HOLE)
    .map((part, index) =>
      index % 2 === 0 ? part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&") : `(?<${part}>.*?)`,
    );
  return new RegExp(`^${source.join("")}$`, "s");
}
