/** Written from left to right whatever stands around it: a path, an address, a clause of a law. */
export const ltr = (text: string): string => `\u2066${text}\u2069`;
