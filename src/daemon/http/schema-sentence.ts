import type { FastifySchemaValidationError } from "fastify/types/schema.js";

/** How the texts are written that a pattern stands for. */
const writtenAs: Readonly<Record<string, string>> = {
  "^[0-9a-f-]{36}$": "an id, as lists of tracks tell it",
  "^\\d{4}-\\d{2}-\\d{2}$": "a day, written as 2026-11-30",
  "^/": "a path from / on",
};

const kinds: Readonly<Record<string, string>> = {
  integer: "a whole number",
  number: "a number",
  string: "text",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

/** One sentence for whoever sent what a route's schema does not take: which part of it is wrong, and what it may be. */
export function schemaSentence(errors: readonly FastifySchemaValidationError[], part: string): Error {
  for (const error of errors) {
    const sentence = sentenceOf(error, errors);
    if (sentence !== null) return new Error(sentence);
  }
  return new Error(`The ${partNames[part] ?? part} is not as docs/api.md describes it.`);
}

const partNames: Readonly<Record<string, string>> = {
  querystring: "query",
  params: "address",
};

/** Null for what another error of the same says better. */
function sentenceOf(
  { keyword, instancePath, params }: FastifySchemaValidationError,
  all: readonly FastifySchemaValidationError[],
): string | null {
  const name = nameOf(instancePath);
  // Several shapes are possible: what is wrong with one of them says nothing.
  if (all.some((other) => other.keyword === "anyOf" && nameOf(other.instancePath) === "")) return null;
  const listed = (value: unknown): string => (value as readonly string[]).join(", ");
  switch (keyword) {
    case "required":
      return `${listed(params.requiredProperties)} must be given.`;
    case "additionalProperties":
      return `${listed(params.additionalProperties)} is nothing that can be told here: leave it out.`;
    case "type":
      return `${name} must be ${kinds[String(params.type)] ?? String(params.type)}.`;
    case "maximum":
      return `${name} may be ${params.limit} at most.`;
    case "minimum":
      return `${name} must be ${params.limit} at least.`;
    case "maxLength":
      return `${name} may have ${params.limit} characters at most.`;
    case "minLength":
      return `${name} must not be empty.`;
    case "maxItems":
      return `${name} may hold ${params.limit} at most.`;
    case "minItems":
      return `${name} must hold ${params.limit} at least.`;
    case "pattern":
      return `${name} must be ${writtenAs[String(params.pattern)] ?? `written as ${params.pattern}`}.`;
    case "const": {
      const choices = all.filter((other) => other.keyword === "const" && other.instancePath === instancePath);
      return `${name} must be one of ${choices.map((choice) => choice.params.allowedValue).join(", ")}.`;
    }
    default:
      return null;
  }
}

/** `/tracks/0` is of the list `tracks`. */
function nameOf(instancePath: string): string {
  return instancePath.split("/")[1] ?? "";
}
