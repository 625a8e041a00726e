import { setTimeout as pause } from "node:timers/promises";
import type { LightMyRequestResponse } from "fastify";
import { secureSessionCookie, sessionCookie } from "../guard/who.ts";
import { guestCookie, secureGuestCookie } from "../routes/guest.ts";
import type { Browser, SeatedServer } from "./seats.ts";

let addresses = 0;
/** A browser that was never here, at an address of its own. */
export const newBrowser = (): Browser => ({
  remoteAddress: `10.1.${++addresses >> 8}.${addresses & 255}`,
  cookies: {},
});

export const newSecureBrowser = (): Browser => ({ ...newBrowser(), secure: true });

export const onMachine = (cookies = {}): Browser => ({ remoteAddress: "127.0.0.1", cookies });

export const cookieIn = (answer: LightMyRequestResponse, name = sessionCookie) =>
  answer.cookies.find((cookie) => cookie.name === name);

/** A new browser in which somebody has signed in, by HTTPS unless told: what is theirs is told there. */
export async function signedIn(
  under: SeatedServer,
  name: string,
  pin: string,
  browser = newSecureBrowser(),
): Promise<Browser> {
  const answer = await under.ask(browser, "POST", "/api/session", { name, pin });
  const cookie = cookieIn(answer, browser.secure ? secureSessionCookie : sessionCookie);
  if (cookie === undefined) throw new Error(answer.body);
  return { ...browser, cookies: { [cookie.name]: cookie.value } };
}

/** That browser as a guest's phone: it has said hello, and keeps the cookie. The owner has to have turned the page on. */
export async function asGuest(under: SeatedServer, browser: Browser): Promise<Browser> {
  let answer = await under.ask(browser, "POST", "/api/guest");
  // All phones together have asked for all that they may in this second.
  while (answer.statusCode === 429 && answer.json().because === "busy") {
    await pause(100);
    answer = await under.ask(browser, "POST", "/api/guest");
  }
  const cookie = cookieIn(answer, browser.secure ? secureGuestCookie : guestCookie);
  if (cookie === undefined) throw new Error(answer.body);
  return { ...browser, cookies: { ...browser.cookies, [cookie.name]: cookie.value } };
}

let people = 0;
/** Somebody whom no other test knows, signed in, with the PIN 2468. */
export async function newMember(
  under: SeatedServer,
  browser = newSecureBrowser(),
): Promise<{ name: string; browser: Browser }> {
  const name = `Member ${++people}`;
  const outcome = await under.appliance.people.accounts.add(
    { name, role: "member", pin: "2468", passphrase: null, onTile: false },
    { address: "127.0.0.1", here: true, secure: true },
  );
  if ("fault" in outcome) throw new Error(outcome.sentence);
  return { name, browser: await signedIn(under, name, "2468", browser) };
}
