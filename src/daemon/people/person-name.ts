/** Control characters, line ends, and marks that turn the direction of what follows on a screen. */
const unwanted = /[\p{Cc}\p{Cs}\p{Co}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** A name as it is kept, or one sentence that says what is wrong with it. Anything that people are called will do. */
export function personName(given: string): { name: string } | { fault: string } {
  const name = given.normalize("NFC").trim().replace(/ +/g, " ");
  if (!/[\p{L}\p{N}]/u.test(name)) return { fault: "A name needs a letter or a digit." };
  if (unwanted.test(name)) return { fault: "The name has a character in it that can't be shown." };
  return { name };
}
