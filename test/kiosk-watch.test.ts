import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { daemonAddress } from "../scripts/kiosk/daemon-address.ts";
import { PageWatch } from "../scripts/kiosk/page-watch.ts";
import { screenConnected } from "../scripts/kiosk/screens.ts";
import { descendants, findProcess } from "./processes.ts";

const origin = "http://localhost:7373";
const well = { screen: true, daemonAnswers: true };
const here = { ...well, heartbeat: `${origin}/` };
const silent = { ...well, heartbeat: null };
const errorPage = { ...well, heartbeat: "chrome-error://chromewebdata/" };

describe("what the screen needs", () => {
  let watch: PageWatch;
  /** One look every 2 s, as main.ts does; what was decided at which second. */
  const looks = (look: typeof here | typeof silent, from: number, to: number) => {
    const decided: string[] = [];
    for (let second = from; second <= to; second += 2) {
      const need = watch.next(look, second * 1000);
      if (need !== "nothing") decided.push(`${need} at ${second}`);
    }
    return decided;
  };

  beforeEach(() => {
    watch = new PageWatch({ origin: () => origin, now: 0 });
  });

  test("is nothing while the page's heart beats", () => {
    expect(looks(here, 2, 600)).toEqual([]);
  });

  test("is the page once more after 10 s without a heartbeat, and another browser after 20", () => {
    expect(looks(silent, 2, 20)).toEqual(["reload at 10", "restart at 20"]);
  });

  test("is counted anew after a heartbeat", () => {
    looks(silent, 2, 12);
    looks(here, 14, 14);
    expect(looks(silent, 16, 32)).toEqual(["reload at 24"]);
  });

  test("is the page at once where the browser shows its error page and the daemon is there again", () => {
    expect(looks({ ...errorPage, daemonAnswers: false }, 2, 600)).toEqual([]);
    expect(looks(errorPage, 602, 602)).toEqual(["reload at 602"]);
    expect(looks(here, 604, 610)).toEqual([]);
  });

  test("is another browser where an error page stays although the daemon answers", () => {
    expect(looks(errorPage, 2, 20)).toEqual(["reload at 2", "restart at 20"]);
  });

  test("is nothing while there is no screen, and the 10 and 20 s begin with the screen", () => {
    looks(silent, 2, 18);
    expect(looks({ ...silent, screen: false }, 20, 36_000)).toEqual([]);
    expect(looks(silent, 36_002, 36_020)).toEqual(["reload at 36010", "restart at 36020"]);
  });

  test("is nothing new because of a page on another port that only begins alike", () => {
    expect(looks({ ...well, heartbeat: `${origin}0/` }, 2, 2)).toEqual(["reload at 2"]);
  });
});

describe("where the page comes from", () => {
  let bin: string;
  const [usual, before] = ["http://localhost:7373", "http://localhost:8080"];
  const path = process.env.PATH;

  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), "mien-kiosk-bin-"));
    process.env.PATH = `${bin}:${path}`;
  });
  afterEach(() => {
    process.env.PATH = path;
    rmSync(bin, { recursive: true, force: true });
  });
  const asked = (systemd: string) => {
    writeFileSync(join(bin, "systemctl"), `#!/bin/sh\n${systemd}\n`, { mode: 0o755 });
    return daemonAddress({ usual, before });
  };

  test("is where the daemon says that it listens, and the usual place until it has said so", async () => {
    expect(await asked("echo 'http://0.0.0.0:9000 plays'")).toBe("http://localhost:9000");
    expect(await asked("echo")).toBe(usual);
  });

  test("is where it was while systemd does not answer, which holds the watch up for no more than seconds", async () => {
    expect(await asked("trap '' TERM; exec sleep 600")).toBe(before);
    expect(await asked("exit 1")).toBe(before);
  });
});

describe("whether a screen is connected", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mien-screens-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("is what the kernel says of one socket at least", async () => {
    mkdirSync(join(folder, "card0"));
    saySocket(folder, "card0-HDMI-A-1", "disconnected");
    saySocket(folder, "card0-Writeback-1", "unknown");
    expect(await screenConnected(folder)).toBe(false);
    saySocket(folder, "card1-DSI-1", "connected");
    expect(await screenConnected(folder)).toBe(true);
  });

  test("is taken for granted where the kernel tells of no socket, or of nothing", async () => {
    mkdirSync(join(folder, "card0"));
    expect(await screenConnected(folder)).toBe(true);
    expect(await screenConnected(join(folder, "nowhere"))).toBe(true);
  });
});

/** As the kernel does in /sys/class/drm. */
function saySocket(folder: string, name: string, status: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "status"), `${status}\n`);
}

function endIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

describe("with a real Chromium", () => {
  let profile: string;
  let screens: string;
  let server: Server;
  let kiosk: ChildProcess;
  let said: string;
  let requests: number;
  let page: string;

  beforeEach(async () => {
    profile = mkdtempSync(join(tmpdir(), "mien-kiosk-"));
    screens = mkdtempSync(join(tmpdir(), "mien-screens-"));
    saySocket(screens, "card0-HDMI-A-1", "connected");
    requests = 0;
    said = "";
    page = "<h1>Mien</h1>";
    server = createServer((request, response) => {
      if (request.url === "/") requests += 1;
      response.setHeader("content-type", "text/html").end(page);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });

  afterEach(async () => {
    const browsers = descendants(kiosk.pid as number);
    if (kiosk.exitCode === null && kiosk.signalCode === null) {
      kiosk.kill("SIGTERM");
      await once(kiosk, "exit");
    }
    // systemd ends what is left of a service; here there is none, and they write into the profile until they end.
    for (const { pid } of browsers) endIfThere(pid);
    server.closeAllConnections();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    rmSync(screens, { recursive: true, force: true });
  });

  function start(): void {
    const { port } = server.address() as AddressInfo;
    const root = resolve(import.meta.dirname, "../..");
    kiosk = spawn(
      process.execPath,
      [
        join(root, "dist/scripts/kiosk/main.js"),
        ...["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"],
        ...["--no-first-run", `--user-data-dir=${profile}`],
      ],
      {
        stdio: ["ignore", "pipe", "pipe"],
        env: { ...process.env, MIEN_ADDRESS: `http://localhost:${port}`, MIEN_SCREENS: screens },
      },
    );
    for (const stream of [kiosk.stdout, kiosk.stderr])
      stream?.on("data", (chunk) => {
        said += chunk;
      });
  }

  async function until(what: string, holds: () => boolean): Promise<void> {
    const deadline = performance.now() + 60_000;
    while (!holds()) {
      if (performance.now() > deadline) throw new Error(`Waited in vain for ${what}. It said: ${said}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  test("a page that is well is left alone", async () => {
    start();
    await until("the page", () => requests >= 1);
    await new Promise((done) => setTimeout(done, 14_000));
    expect({ requests, running: kiosk.exitCode }).toEqual({ requests: 1, running: null });
  });

  test("a page whose script hangs is loaded again, or the browser started again where that does not help", async () => {
    page = "<h1>Mien</h1><script>setTimeout(() => { for (;;); }, 1000)</script>";
    start();
    await until("the page", () => requests >= 1);
    page = "<h1>Mien</h1>";
    await until("the page once more, or an end", () => requests >= 2 || kiosk.exitCode === 1);
    expect(said).toContain("The page is silent");
  });

  test("a page that paints nothing is left alone while no screen is connected, and loaded again once one is", async () => {
    saySocket(screens, "card0-HDMI-A-1", "disconnected");
    page = "<h1>Mien</h1><script>requestAnimationFrame = () => 0;</script>";
    start();
    await until("the page", () => requests >= 1);
    // Longer than a browser is given that has a screen.
    await new Promise((done) => setTimeout(done, 24_000));
    expect({ requests, running: kiosk.exitCode }).toEqual({ requests: 1, running: null });

    saySocket(screens, "card0-HDMI-A-1", "connected");
    await until("the page once more", () => requests >= 2);
    // Chromium has much to say, too.
    expect(said.match(/^(No|A) screen .*|^The page [^:]*|^Starting .*/gm)).toEqual([
      "No screen is connected: the page is left alone until there is one.",
      "A screen is connected again.",
      "The page is silent",
    ]);
  });

  test("a browser that dies ends the service, for systemd to start both again", async () => {
    start();
    await until("the page", () => requests >= 1);
    process.kill(findProcess(kiosk.pid as number, /chromium/) as number, "SIGKILL");
    await until("its end", () => kiosk.exitCode !== null);
    expect({ code: kiosk.exitCode, said }).toEqual({
      code: 1,
      said: expect.stringContaining("the browser has ended"),
    });
  });
});
