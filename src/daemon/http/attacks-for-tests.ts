import { afterAll, beforeAll, expect } from "vitest";
import { type Browser, type SeatedServer, seatServer } from "./seats-for-tests.ts";

/** A server with people for the tests of a file, and the count of what was tried against it and of what got through. */
export function underAttack() {
  let under: SeatedServer;
  let [tried, through] = [0, 0];
  let addresses = 0;
  beforeAll(async () => {
    under = await seatServer();
  });
  afterAll(async () => {
    await under.remove();
    console.log(`${tried.toLocaleString("en")} attacks were tried; ${through} got through.`);
  });
  return {
    server: () => under,
    /** One attack, and whether it got through. */
    attack: (gotThrough: boolean, what: string): void => {
      tried++;
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

export const succeeded = ({ statusCode }: { statusCode: number }) => statusCode < 300;
