import { afterAll, beforeAll, expect } from "vitest";
import { type Browser, type SeatedServer, seatServer } from "./seats.ts";

/** A server with people for the tests of a file, and the count of what was tried against it and of what got through. */
export function underAttack() {
  let under: SeatedServer;
  /** How many, by the test that tried them. */
  const tried = new Map<string, number>();
  let through = 0;
  let addresses = 0;
  beforeAll(async () => {
    under = await seatServer();
  });
  afterAll(async () => {
    await under.remove();
    const all = [...tried.values()].reduce((sum, count) => sum + count, 0);
    const each = [...tried].map(([test, count]) => `  ${number(count).padStart(6)}  ${test}`);
    console.log([`${number(all)} attacks were tried; ${through} got through.`, ...each].join("\n"));
  });
  return {
    server: () => under,
    /** One attack, and whether it got through. */
    attack: (gotThrough: boolean, what: string): void => {
      const { currentTestName = "" } = expect.getState();
      tried.set(currentTestName, (tried.get(currentTestName) ?? 0) + 1);
      if (!gotThrough) return;
      through++;
      expect.soft(what).toBe("got through");
    },
    /** A browser that was never here, at an address of its own. */
    stranger: (cookies = {}): Browser => ({
      remoteAddress: `10.7.${++addresses >> 8}.${addresses & 255}`,
      cookies,
    }),
    /** All that is known of people. */
    told: async (): Promise<string> => {
      const { people } = under.kept.store;
      return JSON.stringify([await people.all(), await people.cards()]);
    },
  };
}

const number = (count: number): string => count.toLocaleString("en");

/** What a page or a query must take for text. */
export const sql = [
  "' OR '1'='1",
  "'; DROP TABLE people; --",
  '" OR ""="',
  "1); DELETE FROM sessions; --",
  "x' UNION SELECT * FROM people --",
  "%",
  "_",
  "\\",
  "' || (SELECT pin_hash FROM people) || '",
];
export const html = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '"><svg onload=alert(1)>',
  "{{constructor}}",
  "javascript:alert(1)",
];

export const succeeded = ({ statusCode }: { statusCode: number }) => statusCode < 300;
