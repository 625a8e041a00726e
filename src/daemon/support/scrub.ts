/** What stands where something was left out. */
const LEFT_OUT = "…";

/** Errors of the system and of SQLite, as they are spelled. */
const code = /^(E[A-Z]{2,14}|SQLITE_[A-Z_]+|SIG[A-Z]+|ERR_[A-Z_]+)$/;
/** Addresses, whatever may be a path, ids, and mail: each as one, before words are looked at. */
const opaque =
  /[a-z][a-z\d+.-]*:\/\/\S*|(?<![\p{L}\d])[~.]{0,2}\/[^\s"'`,;:)]+(?: [^\s"'`,;:)/]+\/[^\s"'`,;:)]*)*|\S+@\S+|\b[\da-f]{2}(?::[\da-f]{2}){2,}\b|\b\d{1,3}(?:\.\d{1,3}){3}\b/giu;
/** Numbers of up to three digits say how long or how many; longer ones may be a PIN or a card. */
const token = /\p{L}[\p{L}'’-]*|[\p{L}\d_]*\d[\p{L}\d_]*/gu;

/** A sentence of which only words are left that Mien itself can say, and short numbers. */
export function scrub(text: string, known: ReadonlySet<string>): string {
  return text
    .replaceAll(opaque, LEFT_OUT)
    .replaceAll(token, (word) => {
      if (/^\d{1,3}(ms|s|min|MB|kB|GB)?$/.test(word) || code.test(word)) return word;
      return known.has(word.toLowerCase()) ? word : LEFT_OUT;
    })
    .replaceAll(/…(?:[\s,;:&+_-]*…)+/g, LEFT_OUT);
}
