import type { FastifySchemaValidationError } from "fastify/types/schema.js";

type Tell = (name: string) => string;

/** How the texts are written that a pattern stands for. */
const writtenAs: Readonly<Record<string, Tell>> = {
  "^[0-9a-f-]{36}$": (name) => `${name} must be an id, as lists of tracks tell it.`,
  "^\\d{4}-\\d{2}-\\d{2}$": (name) => `${name} must be a day, written as 2026-11-30.`,
  "^[0-9]{4,8}$": (name) => `${name} must be 4 to 8 digits.`,
  "^/": (name) => `${name} must be a path from / on.`,
};

const kinds: Readonly<Record<string, Tell>> = {
  integer: (name) => `${name} must be a whole number.`,
  number: (name) => `${name} must be a number.`,
  string: (name) => `${name} must be text.`,
  boolean: (name) => `${name} must be true or false.`,
  array: (name) => `${name} must be a list.`,
  object: (name) => `${name} must be an object.`,
};

/**
 * One sentence for whoever sent what a route's schema does not take: which part of it is wrong, and what it may be. What a
 * form can get wrong has its code (protocol/refusals.ts).
 */
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
  const listed = (value: unknown): string =>
    (value as readonly string[]).map((each) => (name === "" ? each : `${name}.${each}`)).join(", ");
  switch (keyword) {
    case "required":
      return `${listed(params.requiredProperties)} must be given.`;
    case "additionalProperties":
      return `${listed(params.additionalProperties)} is nothing that can be told here: leave it out.`;
    case "type":
      return kinds[String(params.type)]?.(name) ?? `${name} must be ${params.type}.`;
    case "maximum":
      return `${name} may be ${params.limit} at most.`;
    case "minimum":
      return `${name} must be ${params.limit} at least.`;
    case "maxLength":
      return `${name} may have ${params.limit} characters at most.`;
    case "minLength":
      return params.limit === 1
        ? `${name} must not be empty.`
        : `${name} must have ${params.limit} characters at least.`;
    case "maxItems":
      return `${name} may hold ${params.limit} at most.`;
    case "minItems":
      return `${name} must hold ${params.limit} at least.`;
    case "pattern":
      return writtenAs[String(params.pattern)]?.(name) ?? `${name} must be written as ${params.pattern}.`;
    case "const": {
      const choices = all.filter((other) => other.keyword === "const" && other.instancePath === instancePath);
      return `${name} must be one of ${choices.map((choice) => choice.params.allowedValue).join(", ")}.`;
    }
    default:
      return null;
  }
}

/** `/admin/passphrase` is `admin.passphrase`; `/tracks/0` is of the list `tracks`. */
function nameOf(instancePath: string): string {
  const parts = instancePath.split("/").slice(1);
  return parts.filter((part) => !/^\d+$/.test(part)).join(".");
}
