/**
 * A text with its addresses stripped of what may be secret in them: user, password and the query, where many
 * network cameras want the password; some want it in the path. For screens, for pages, and for lines of the log, which stay JSON.
 */
export function withoutSecrets(text: string): string {
  return text
    .replaceAll(/([a-z][a-z\d+.-]*:\/\/?)[^\s"]*@/gi, "$1")
    .replaceAll(/([a-z][a-z\d+.-]*:\/\/?[^\s"?#]*)[?#][^\s"]*/gi, "$1")
    .replaceAll(/([a-z][a-z\d+.-]*:\/\/?[^\s"]*?\/)[^\s"/]*pass(?:word|wd)?=[^\s"]*/gi, "$1…");
}
