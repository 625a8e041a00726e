import { Value } from "typebox/value";
import { Command } from "../../../protocol/messages.ts";
import { schemaSentence } from "../schema-sentence.ts";

const names = Command.anyOf.map(({ properties }) => properties.do.const);

/**
 * One sentence for whoever sent what is no command. Of so many shapes the validator tells the first few, and what is
 * wrong with those: the one that was meant is known by its name.
 */
export function commandSentence(body: unknown): string {
  const meant = Command.anyOf.find(
    ({ properties }) =>
      typeof body === "object" && body !== null && "do" in body && body.do === properties.do.const,
  );
  if (meant === undefined) return `do must be one of ${names.join(", ")}.`;
  return schemaSentence([...Value.Errors(meant, body)], "body").message;
}
