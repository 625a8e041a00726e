// mien-kiosk.service: main.js COMMAND… starts a browser and watches over the page that it shows. Ends when the
// browser does or has to be started again; systemd then starts both.
import { readFileSync } from "node:fs";
import { Browser } from "./browser.ts";
import { daemonAddress } from "./daemon-address.ts";
import { PageWatch } from "./page-watch.ts";
import { screenConnected } from "./screens.ts";

const LOOK_EVERY_MS = 2_000;
const screens = process.env.MIEN_SCREENS ?? "/sys/class/drm";
const usual = process.env.MIEN_ADDRESS ?? "http://localhost:7373";

let origin = await daemonAddress({ usual, before: usual });
// The page comes through the pipe: everybody on the machine reads a command line, and the code is for one.
const browser = new Browser([...process.argv.slice(2), "about:blank"]);
for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.on(signal, () => {
    browser.end();
    process.exit(0);
  });
void browser.exited.then((how) => leave(`the browser has ended (${how})`));

await browser.show(pageAddress());
const watch = new PageWatch({ origin: () => origin, now: performance.now() });
let screen = true;
for (;;) {
  await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  origin = await daemonAddress({ usual, before: origin });
  await lookForScreen();
  const [heartbeat, daemonAnswers] = await Promise.all([
    // Without a screen each question would wait in the page until there is one.
    screen ? browser.heartbeat(LOOK_EVERY_MS) : null,
    answers(),
  ]);
  const need = watch.next({ heartbeat, screen, daemonAnswers }, performance.now());
  if (need === "reload") {
    console.log(`The page is ${heartbeat === null ? "silent" : "another"}: loading ${origin} again.`);
    await browser.show(pageAddress());
  }
  if (need === "restart") leave("the page can't be brought back");
}

async function lookForScreen(): Promise<void> {
  const connected = await screenConnected(screens);
  if (connected === screen) return;
  screen = connected;
  console.log(
    connected
      ? "A screen is connected again."
      : "No screen is connected: the page is left alone until there is one.",
  );
}

/** With the code that makes the page Mien's own screen. Without one it is a page like any phone's. */
function pageAddress(): string {
  const file = process.env.MIEN_KIOSK_CODE;
  if (file === undefined) return `${origin}/`;
  try {
    return `${origin}/#kiosk=${readFileSync(file, "utf8").trim()}`;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    console.error(`${file} can't be read (${code}): the page is shown as on a phone until there is one.`);
    return `${origin}/`;
  }
}

async function answers(): Promise<boolean> {
  return fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(LOOK_EVERY_MS) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

function leave(why: string): never {
  console.error(`Starting the browser again: ${why}.`);
  browser.end();
  process.exit(1);
}
