import { createHash, randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { StoredSession } from "../../store/people/people-tables.ts";
import { lives, READING_IDLE_MS, Sessions } from "./sessions.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function signedIn(kept: readonly StoredSession[] = []) {
  let now = 1_700_000_000_000;
  const sessions = new Sessions({ kept, now: () => now, randomBytes });
  const begin = (
    personId = "anna",
    seat: StoredSession["seat"] = "kiosk",
    role: StoredSession["role"] = "member",
  ) => sessions.begin({ personId, seat, role });
  return {
    sessions,
    begin,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

test("a token has 256 bits, and what is kept of it does not open anything", () => {
  const { sessions, begin } = signedIn();
  const { token, session } = begin();
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  expect(session.hash).toBe(createHash("sha256").update(token).digest("base64url"));
  expect(JSON.stringify(session)).not.toContain(token);
  expect(sessions.find(token)?.personId).toBe("anna");
  expect(sessions.find(session.hash)).toBeNull();
});

test("an admin at the kiosk who reads is there for longer without a touch, and nobody else is", () => {
  for (const [seat, role, isLonger] of [
    ["kiosk", "admin", true],
    ["kiosk", "member", false],
    ["admin", "admin", false],
  ] as const) {
    const { sessions, begin, pass } = signedIn();
    const { token } = begin("anna", seat, role);
    const usual = Math.min(lives[seat].idleMs, role === "admin" ? lives.asAdmin.idleMs : Infinity);
    sessions.reads(token, true);
    pass(usual);
    expect([seat, role, sessions.find(token) !== null]).toEqual([seat, role, isLonger]);
    pass(Math.max(0, READING_IDLE_MS - usual));
    expect(sessions.find(token)).toBeNull();
  }
});

test("whoever reads no more is there no longer than others", () => {
  const { sessions, begin, pass } = signedIn();
  const { token } = begin("olga", "kiosk", "admin");
  sessions.reads(token, true);
  sessions.reads(token, false);
  pass(lives.kiosk.idleMs);
  expect(sessions.find(token)).toBeNull();
});

test("signing in makes a new token and ends the one that the browser had", () => {
  const { sessions, begin } = signedIn();
  const before = begin();
  const after = sessions.begin({
    ...{ personId: "anna", seat: "kiosk", role: "admin" },
    replacing: before.token,
  });
  expect(after.ended).toEqual([before.session.hash]);
  expect(sessions.find(before.token)).toBeNull();
  expect(sessions.find(after.token)?.role).toBe("admin");
});

test("a token that nobody gave out is never taken, so none can be fixed beforehand", () => {
  const { sessions } = signedIn();
  const { token } = sessions.begin({
    ...{ personId: "anna", seat: "phone", role: "member" },
    replacing: "planted by an attacker",
  });
  expect(sessions.find("planted by an attacker")).toBeNull();
  expect(token).not.toContain("planted");
});

test.each([
  ["kiosk", "member", 2 * MINUTE, 2 * HOUR],
  ["kiosk", "admin", 2 * MINUTE, 2 * HOUR],
  ["phone", "member", 7 * DAY, 30 * DAY],
  ["admin", "member", 2 * HOUR, 12 * HOUR],
  ["admin", "admin", 30 * MINUTE, 12 * HOUR],
] as const)(
  "at the %s a %s's session ends after %d ms without use, and after %d ms with",
  (seat, role, idle, inAll) => {
    const unused = signedIn();
    const { token } = unused.begin("anna", seat, role);
    unused.pass(idle - 1);
    expect(unused.sessions.find(token)).not.toBeNull();
    unused.pass(1);
    expect(unused.sessions.find(token)).toBeNull();
    expect(unused.sessions.sweep()).toHaveLength(1);

    const used = signedIn();
    const other = used.begin("anna", seat, role);
    for (let ms = 0; ms + idle / 2 < inAll; ms += idle / 2) {
      used.pass(idle / 2);
      expect(used.sessions.use(other.token)).not.toBeNull();
    }
    used.pass(idle / 2);
    expect(used.sessions.find(other.token)).toBeNull();
  },
);

test("looking is no use: a page that asks by itself keeps nobody signed in", () => {
  const { sessions, begin, pass } = signedIn();
  const { token } = begin();
  for (let n = 0; n < 12; n++) {
    pass(lives.kiosk.idleMs / 12);
    if (n < 11) expect(sessions.find(token)).not.toBeNull();
  }
  expect(sessions.find(token)).toBeNull();
});

test("a clock that is set back makes no session immortal", () => {
  const { sessions, begin, pass } = signedIn();
  const { token } = begin("anna", "phone");
  pass(-HOUR);
  expect(sessions.find(token)).toBeNull();
});

test("who walks away from the kiosk is signed out there, and nowhere else", () => {
  const { sessions, begin, pass } = signedIn();
  const [kiosk, phone] = [begin(), begin("anna", "phone")];
  pass(MINUTE);
  const touched = begin("ben");
  expect(sessions.walkedAway(MINUTE)).toEqual([kiosk.session.hash]);
  expect([kiosk, phone, touched].map(({ token }) => sessions.find(token) !== null)).toEqual([
    ...[false, true, true],
  ]);
});

test("of one person's sessions all can be ended, or those at a seat, or all but this one", () => {
  const { sessions, begin } = signedIn();
  const [kiosk, phone, other] = [begin(), begin("anna", "phone"), begin("ben")];
  sessions.endOf("anna", { seat: "kiosk" });
  expect(sessions.find(kiosk.token)).toBeNull();
  sessions.endOf("anna", { kept: phone.token });
  expect(sessions.find(phone.token)).not.toBeNull();
  sessions.endOf("anna");
  expect(sessions.find(phone.token)).toBeNull();
  expect(sessions.find(other.token)).not.toBeNull();
});

test("nobody has more than ten: the one used longest ago ends", () => {
  const { sessions, begin, pass } = signedIn();
  const all = Array.from({ length: 12 }, () => {
    pass(1_000);
    return begin("anna", "phone").token;
  });
  expect(all.map((token) => sessions.find(token) !== null)).toEqual([
    ...[false, false],
    ...Array.from({ length: 10 }, () => true),
  ]);
  expect(sessions.all).toHaveLength(10);
});

test("whatever happens in whatever order: who is signed in has begun, was not ended, and has not outlived their time", () => {
  const steps = fc.array(
    fc.record({
      what: fc.constantFrom("begin", "rotate", "use", "end", "endAll", "walk", "sweep"),
      who: fc.constantFrom("anna", "ben"),
      which: fc.nat(20),
      seat: fc.constantFrom("kiosk", "phone", "admin"),
      role: fc.constantFrom("member", "admin"),
      pauseMs: fc.oneof(fc.nat(3 * MINUTE), fc.nat(3 * DAY)),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(steps, (some) => {
      const { sessions, pass } = signedIn();
      let now = 0;
      const known: { token: string; by: StoredSession; ended: boolean; usedAt: number; at: number }[] = [];
      const heed = (hashes: readonly string[]) => {
        for (const each of known) if (hashes.includes(each.by.hash)) each.ended = true;
      };
      for (const { what, who: personId, which, seat, role, pauseMs } of some) {
        pass(pauseMs);
        now += pauseMs;
        const one = known[which % Math.max(1, known.length)];
        if (what === "begin" || what === "rotate") {
          const replacing = what === "rotate" ? one?.token : undefined;
          const { token, session, ended } = sessions.begin({ personId, seat, role, replacing });
          heed(ended);
          if (what === "rotate" && one) one.ended = true;
          known.push({ token, by: session, ended: false, usedAt: now, at: now });
        } else if (what === "use" && one) {
          if (sessions.use(one.token)) one.usedAt = now;
        } else if (what === "end" && one) {
          sessions.end(one.token);
          one.ended = true;
        } else if (what === "endAll") heed(sessions.endOf(personId));
        else if (what === "walk") heed(sessions.walkedAway(MINUTE));
        else heed(sessions.sweep());
        for (const { token, by, ended, usedAt, at } of known) {
          const life = by.role === "admin" && by.seat !== "kiosk" ? lives.asAdmin : lives[by.seat];
          const mayLive = !ended && now - at < life.inAllMs && now - usedAt < life.idleMs;
          expect(sessions.find(token) !== null).toBe(mayLive);
        }
      }
      // Restarting changes nothing.
      expect(new Set(known.map(({ token }) => token)).size).toBe(known.length);
    }),
  );
});
