import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
import { openTestStore, type TestStore } from "../../store/testing.ts";
import { ApplianceKey } from "./appliance-key.ts";
import { People } from "./people.ts";
import type { Whence } from "./sign-in.ts";

export const cheapCosts = { pin: { ln: 4, r: 8, p: 1 }, passphrase: { ln: 4, r: 8, p: 1 } };

/** On the machine itself; in the network; and there by HTTPS. */
export const here: Whence = { address: "127.0.0.1", here: true, secure: true };
export const away: Whence = { address: "192.168.1.77", here: false, secure: false };
export const safelyAway: Whence = { ...away, secure: true };

export interface TestPeople {
  people: People;
  kept: TestStore;
  key: ApplianceKey;
  /** Both clocks. */
  pass(ms: number): void;
  see(faces: number | null): void;
  /** It stands in a home, as it does at first, or elsewhere. */
  stand(atHome: boolean): void;
  addMember(name: string, pin?: string): Promise<string>;
  addAdmin(name: string, passphrase?: string): Promise<string>;
  /** The next daemon on the same data. */
  restart(): Promise<void>;
  /** The same, after one that did not end in order. */
  crash(): Promise<void>;
  remove(): Promise<void>;
}

export const aPassphrase = "correct horse battery";

/** People with a real store, hashes that cost little, and a clock that goes by hand. */
export async function makePeople(
  costs: ConstructorParameters<typeof People>[0]["costs"] = cheapCosts,
): Promise<TestPeople> {
  const kept = await openTestStore();
  const key = new ApplianceKey(randomBytes(32));
  let now = 1_700_000_000_000;
  let faces: number | null = null;
  let isHome = true;
  const open = async () => {
    const made = new People({
      tables: kept.store.people,
      key,
      faces: () => faces,
      stays: () => ({ walkedAwaySeconds: 45, roomEmptyMinutes: 10 }),
      isHome: () => isHome,
      ...(costs && { costs }),
      presenceFile: join(dirname(kept.file), "present.json"),
      clock: { now: () => now, monotonic: () => now },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    await made.start();
    return made;
  };
  const add = async (
    name: string,
    role: "member" | "admin",
    pin: string | null,
    passphrase: string | null,
  ) => {
    const added = await under.people.accounts.add({ name, role, pin, passphrase, onTile: false }, here);
    if ("fault" in added) throw new Error(added.sentence);
    return added.person.id;
  };
  const crashed: People[] = [];
  const under: TestPeople = {
    people: await open(),
    kept,
    key,
    pass: (ms) => {
      now += ms;
    },
    see: (count) => {
      faces = count;
    },
    stand: (atHome) => {
      isHome = atHome;
      under.people.company.placeChanged();
    },
    addMember: (name, pin = "1234") => add(name, "member", pin, null),
    addAdmin: (name, passphrase = aPassphrase) => add(name, "admin", "9999", passphrase),
    crash: async () => {
      crashed.push(under.people);
      under.people = await open();
    },
    restart: async () => {
      await under.people.stop();
      under.people = await open();
    },
    remove: async () => {
      await Promise.all([...crashed, under.people].map((each) => each.stop()));
      await kept.remove();
    },
  };
  return under;
}
