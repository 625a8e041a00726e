// Within the machine, in the place of cage with Chromium: answers through its two pipes what scripts/kiosk asks a browser
// for, and does with an address what Mien's page does. Prints at which seat the page is.
import { createReadStream, writeSync } from "node:fs";

const [hears, says] = [3, 4];
let address = process.argv.at(-1);
let cookie = "";

/** The page: its code becomes a cookie, and the address forgets it. */
async function open(url) {
  const [page, fragment = ""] = url.split("#");
  address = page;
  if (!page.startsWith("http")) return;
  const ask = async (path, given = {}) => {
    const answer = await fetch(new URL(path, page), {
      ...given,
      headers: { cookie, "content-type": "application/json" },
    });
    for (const set of answer.headers.getSetCookie()) [cookie] = set.split(";");
    return answer;
  };
  const [, code] = /^kiosk=(.+)$/.exec(fragment) ?? [];
  if (code !== undefined) await ask("/api/kiosk", { method: "POST", body: JSON.stringify({ code }) });
  const { seat } = await (await ask("/api/session")).json();
  console.log(`seat ${seat}`);
}

const answers = {
  "Target.getTargets": () => ({ targetInfos: [{ type: "page", targetId: "1" }] }),
  "Target.attachToTarget": () => ({ sessionId: "1" }),
  "Page.navigate": async ({ url }) => {
    await open(url);
    return { frameId: "1" };
  },
  "Runtime.evaluate": () => ({ result: { type: "string", value: address } }),
};

let unfinished = "";
for await (const chunk of createReadStream("", { fd: hears, encoding: "utf8" })) {
  const messages = (unfinished + chunk).split("\0");
  unfinished = messages.pop();
  for (const message of messages) {
    const { id, method, params } = JSON.parse(message);
    const result = await answers[method](params);
    writeSync(says, `${JSON.stringify({ id, result })}\0`);
  }
}
