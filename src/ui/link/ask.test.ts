import { afterEach, expect, test, vi } from "vitest";
import { ask, fetched } from "./ask.ts";
import { openGateBy } from "./sign-in-gate.ts";

afterEach(() => vi.unstubAllGlobals());

const answers = (response: () => Response | Promise<Response>) => {
  const fetching = vi.fn(async (_path: string, _init: RequestInit) => response());
  vi.stubGlobal("fetch", fetching);
  return fetching;
};

test("a value comes back, and what is sent goes as JSON", async () => {
  const fetching = answers(() => Response.json([1, 2]));
  expect(await ask("/api/x", { method: "POST", body: { a: 1 } })).toEqual({ ok: true, value: [1, 2] });
  expect(fetching).toHaveBeenCalledWith("/api/x", {
    method: "POST",
    body: '{"a":1}',
    headers: { "content-type": "application/json" },
  });
});

test("an answer without a body is a yes", async () => {
  answers(() => new Response(null, { status: 204 }));
  expect(await ask("/api/x")).toEqual({ ok: true, value: undefined });
});

test("a refusal keeps the daemon's words; one without words says its number", async () => {
  answers(() => Response.json({ error: "There is no such track." }, { status: 404 }));
  expect(await ask("/api/x")).toEqual({ ok: false, reason: "There is no such track." });
  answers(() => new Response("<html>", { status: 502 }));
  expect(await ask("/api/x")).toEqual({ ok: false, reason: "Mien refused (502)." });
});

test("without a network it says so; for a Task that is an error with the same words", async () => {
  answers(() => Promise.reject(new TypeError("fetch failed")));
  const told = { ok: false, reason: "Mien can't be reached.", unreached: true };
  expect(await ask("/api/x")).toEqual(told);
  await expect(fetched("/api/x", new AbortController().signal)).rejects.toThrow("Mien can't be reached.");
});

test("an abort is thrown, as nobody waits for an answer any more", async () => {
  const control = new AbortController();
  control.abort();
  answers(() => Promise.reject(control.signal.reason));
  await expect(ask("/api/x", { signal: control.signal })).rejects.toBe(control.signal.reason);
});

const needsAdmin = () =>
  Response.json({ error: "This is for admins: sign in as one.", signIn: "admin" }, { status: 403 });

test("what the daemon calls a refusal, and of which field it is, comes with its sentence", async () => {
  const named = { field: "admin.passphrase", count: "12" };
  const error = "admin.passphrase must have 12 characters at least.";
  answers(() => Response.json({ error, code: "field-short", named }, { status: 400 }));
  expect(await ask("/api/x")).toMatchObject({ ok: false, told: { code: "field-short", named } });
});

test("what takes signing in is asked once more as soon as somebody has", async () => {
  let isAdmin = false;
  const fetching = answers(() => (isAdmin ? Response.json({ changed: 1 }) : needsAdmin()));
  const asked = vi.fn(async () => {
    isAdmin = true;
    return true;
  });
  const close = openGateBy(asked);
  expect(await ask("/api/x", { method: "POST", body: {} })).toEqual({ ok: true, value: { changed: 1 } });
  expect(asked).toHaveBeenCalledWith("admin");
  expect(fetching).toHaveBeenCalledTimes(2);
  close();
});

test("who would not sign in reads why, and is asked once alone", async () => {
  const refused = { ok: false, reason: "This is for admins: sign in as one.", signIn: "admin" };
  const fetching = answers(needsAdmin);
  const close = openGateBy(async () => false);
  expect(await ask("/api/x", { method: "DELETE" })).toEqual(refused);
  expect(fetching).toHaveBeenCalledTimes(1);
  close();
  expect(await ask("/api/x", { method: "DELETE" })).toEqual(refused);
});

test("a page that only looks opens no dialog, and neither does a refusal that signing in does not cure", async () => {
  const asked = vi.fn(async () => true);
  const close = openGateBy(asked);
  answers(needsAdmin);
  expect(await ask("/api/x")).toMatchObject({ ok: false });
  answers(() => Response.json({ error: "Done at the kiosk.", signIn: null }, { status: 403 }));
  expect(await ask("/api/x", { method: "POST" })).toMatchObject({ ok: false });
  expect(asked).not.toHaveBeenCalled();
  close();
});
