import type { ReactiveControllerHost } from "lit";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { Session } from "../../protocol/people.ts";
import { SignedIn } from "./signed-in.ts";

const code = "c".repeat(43);
const host: ReactiveControllerHost = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};

/** What a daemon would answer; who it takes this browser for can change. */
let session: Session;
let asked: string[];
let refuses: boolean;
const changed = vi.fn();

beforeEach(() => {
  session = { role: "guest", seat: "phone", person: null, secureWay: null };
  asked = [];
  refuses = false;
  changed.mockClear();
  vi.stubGlobal("history", { replaceState: () => undefined });
  vi.stubGlobal("fetch", async (path: string, { method }: RequestInit) => {
    asked.push(`${method} ${path}`);
    if (refuses && method !== "GET") return Response.json({ error: "No." }, { status: 403 });
    return path === "/api/session" && method === "GET"
      ? Response.json(session)
      : new Response(null, { status: 204 });
  });
});
afterEach(() => vi.unstubAllGlobals());

function open(hash: string): SignedIn {
  vi.stubGlobal("location", { hash, pathname: "/", search: "" });
  const signedIn = new SignedIn({ host, changed });
  signedIn.hostConnected();
  return signedIn;
}

test("a page that was opened with the screen's code hands it in, and asks again who it is", async () => {
  open(`#kiosk=${code}`);
  await expect.poll(() => changed.mock.calls.length).toBe(1);
  expect(asked).toEqual(["GET /api/session", "POST /api/kiosk", "GET /api/session"]);
});

test("a code that is used up is said so once, and leaves a page like any other", async () => {
  refuses = true;
  vi.stubGlobal("location", { hash: `#kiosk=${code}`, pathname: "/", search: "" });
  const codeRefused = vi.fn();
  const signedIn = new SignedIn({ host, changed, codeRefused });
  signedIn.hostConnected();
  await expect.poll(() => codeRefused.mock.calls.length).toBe(1);
  expect(signedIn.atKiosk).toBe(false);
  expect(changed).not.toHaveBeenCalled();
});

test("one that is the screen already keeps the code for nobody", async () => {
  session = { ...session, seat: "kiosk" };
  const signedIn = open(`#kiosk=${code}`);
  await expect.poll(() => signedIn.known).toBe(true);
  expect(asked).toEqual(["GET /api/session"]);
});

test("an admin speaks as the owner, and nobody does before there is one, whatever they may change", async () => {
  const olga = { id: "o", name: "Olga", role: "admin", onTile: false } as NonNullable<Session["person"]>;
  const spoken: [Session, boolean][] = [
    [{ role: "admin", seat: "kiosk", person: olga, secureWay: null }, true],
    [{ role: "member", seat: "kiosk", person: olga, secureWay: null }, false],
    [{ role: "admin", seat: "admin", person: null, secureWay: null }, false],
  ];
  for (const [as, expected] of spoken) {
    session = as;
    vi.stubGlobal("fetch", async (path: string) =>
      Response.json(path === "/api/session" ? session : { favourite: [], blocked: [] }),
    );
    const signedIn = open("");
    await expect.poll(() => signedIn.known).toBe(true);
    expect(signedIn.speaksAsOwner).toBe(expected);
  }
});

test("a code that is not taken leaves a page like a phone's", async () => {
  refuses = true;
  const signedIn = open(`#kiosk=${code}`);
  await expect.poll(() => asked).toEqual(["GET /api/session", "POST /api/kiosk"]);
  expect(signedIn.atKiosk).toBe(false);
  expect(changed).not.toHaveBeenCalled();
});

test("a code that has to wait, because others tried wrong ones, is handed in again after as long as it was told", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const answers = [
    Response.json({ error: "Too many attempts." }, { status: 429, headers: { "retry-after": "30" } }),
    Response.json({ error: "Too many attempts." }, { status: 429 }),
    new Response(null, { status: 204 }),
  ];
  const at: number[] = [];
  const from = Date.now();
  vi.stubGlobal("fetch", async (path: string) => {
    if (path !== "/api/kiosk") return Response.json(session);
    at.push(Date.now() - from);
    return answers.shift();
  });
  open(`#kiosk=${code}`);
  await vi.advanceTimersByTimeAsync(300_000);
  expect(at).toEqual([0, 30_000, 31_000]);
  expect(changed).toHaveBeenCalledTimes(1);
});

test("a code that Mien could not be reached with is handed in again, until it is taken", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  vi.stubGlobal("location", { hash: `#kiosk=${code}`, pathname: "/", search: "" });
  let tries = 0;
  vi.stubGlobal("fetch", async (path: string) => {
    if (path === "/api/kiosk") tries += 1;
    // As a browser says that nobody answers.
    if (tries < 4) throw new TypeError("Failed to fetch");
    if (path === "/api/kiosk") session = { ...session, seat: "kiosk" };
    return path === "/api/kiosk" ? new Response(null, { status: 204 }) : Response.json(session);
  });
  const codeRefused = vi.fn();
  const signedIn = new SignedIn({ host, changed, codeRefused });
  signedIn.hostConnected();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([tries, signedIn.atKiosk]).toEqual([4, true]);
  expect(codeRefused).not.toHaveBeenCalled();
});

test("one that is gone hands in no code any more", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let codes = 0;
  vi.stubGlobal("fetch", async (path: string) => {
    if (path !== "/api/kiosk") return Response.json(session);
    codes += 1;
    return Response.json({ error: "Too many attempts." }, { status: 429 });
  });
  const page = open(`#kiosk=${code}`);
  await vi.advanceTimersByTimeAsync(0);
  page.hostDisconnected();
  await vi.advanceTimersByTimeAsync(300_000);
  expect(codes).toBe(1);
});

test("what signs in or out has the socket opened anew; what is refused has not", async () => {
  const signedIn = open("");
  await signedIn.signIn("Anna", { pin: "1234" });
  await signedIn.signOut();
  expect(changed).toHaveBeenCalledTimes(2);
  refuses = true;
  expect(await signedIn.stepUp("wrong passphrase")).toEqual({ ok: false, reason: "No." });
  expect(changed).toHaveBeenCalledTimes(2);
});

test("each new connection asks anew who is signed in", async () => {
  const signedIn = open("");
  await expect.poll(() => signedIn.known).toBe(true);
  session = { role: "admin", seat: "admin", person: null, secureWay: null };
  signedIn.follow(1);
  signedIn.follow(1);
  await expect.poll(() => signedIn.isAdmin).toBe(true);
  expect(asked).toHaveLength(2);
});

test("while somebody proves who they are a new connection asks nobody who is here: with the cookie of before it would be told nobody", async () => {
  const signedIn = open("");
  await expect.poll(() => signedIn.known).toBe(true);
  asked = [];
  const proving = signedIn.stepUp("correct horse battery");
  signedIn.follow(2);
  await proving;
  expect(asked).toEqual(["POST /api/session/admin", "GET /api/session"]);
  signedIn.follow(3);
  expect(asked.at(-1)).toBe("GET /api/session");
  expect(asked.length).toBe(3);
});

test("of two answers to who is here the newer question's holds", async () => {
  const signedIn = open("");
  await expect.poll(() => signedIn.known).toBe(true);
  const answers: ((answer: Response) => void)[] = [];
  vi.stubGlobal("fetch", () => new Promise<Response>((answer) => answers.push(answer)));
  const both = [signedIn.refresh(), signedIn.refresh()];
  answers[1]?.(Response.json({ ...session, role: "admin" }));
  await both[1];
  answers[0]?.(Response.json(session));
  await both[0];
  expect(signedIn.isAdmin).toBe(true);
});
