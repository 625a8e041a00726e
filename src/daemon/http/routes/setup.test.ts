import { describe, expect, test, vi } from "vitest";
import { type Store, StoreError } from "../../../store/store.ts";
import { secureSessionCookie, sessionCookie } from "../guard/who.ts";
import { cookieIn, newBrowser, newSecureBrowser, onMachine } from "../testing/browsers.ts";
import { passphrase, seatServer } from "../testing/seats.ts";

describe("the first start", () => {
  const given = {
    admin: { name: "Olga", passphrase },
    ...{ stands: "workplace", place: "The office", timeZone: "Europe/Berlin", languages: ["de", "en"] },
  };

  test("from elsewhere takes the code, which is told on the machine alone; then the rights are an admin's", async () => {
    const fresh = await seatServer({ people: false, stands: null });
    const { code } = (await fresh.ask(onMachine(), "GET", "/api/setup")).json();
    expect(code).toMatch(/^(\w{4}-){2}\w{4}$/);
    const afar = newSecureBrowser();
    expect((await fresh.ask(afar, "GET", "/api/setup")).json()).toEqual({
      ...{ isNeeded: true, code: null, address: null },
    });
    // Until then the machine itself is the owner's, as it always was.
    expect((await fresh.ask(onMachine(), "PATCH", "/api/settings", {})).statusCode).toBe(200);
    expect((await fresh.ask(afar, "POST", "/api/setup", given)).statusCode).toBe(403);
    const wrong = await fresh.ask(newSecureBrowser(), "POST", "/api/setup", {
      ...given,
      code: "2222-2222-2222",
    });
    expect([wrong.statusCode, wrong.json().error]).toEqual([403, expect.stringContaining("setup code")]);
    const inPlain = await fresh.ask(newBrowser(), "POST", "/api/setup", { ...given, code });
    expect([inPlain.statusCode, inPlain.json().error]).toEqual([403, expect.stringContaining("HTTPS")]);
    const nowhere = { ...given, code, timeZone: "Mars/Olympus" };
    expect((await fresh.ask(newSecureBrowser(), "POST", "/api/setup", nowhere)).statusCode).toBe(400);
    const done = await fresh.ask(newSecureBrowser(), "POST", "/api/setup", {
      ...given,
      code: code.toLowerCase(),
    });
    expect(done.statusCode).toBe(201);
    expect(cookieIn(done, secureSessionCookie)).toMatchObject({
      secure: true,
      sameSite: "Strict",
      path: "/",
    });
    expect(done.json().person).toMatchObject({ name: "Olga", role: "admin" });
    expect((await fresh.ask(newSecureBrowser(), "POST", "/api/setup", { ...given, code })).statusCode).toBe(
      409,
    );
    expect((await fresh.ask(onMachine(), "PATCH", "/api/settings", {})).statusCode).toBe(403);
    expect(await fresh.kept.store.settings.all()).toMatchObject({
      ...{
        placeName: "The office",
        stands: "workplace",
        timeZone: "Europe/Berlin",
        screenLanguages: ["de", "en"],
      },
    });
    await fresh.remove();
  });

  test("what the place is called is said then, and otherwise later: it holds at once, and never is nothing", async () => {
    const fresh = await seatServer({ people: false, stands: null });
    fresh.appliance.follow();
    const done = await fresh.ask(onMachine(), "POST", "/api/setup", given);
    const admin = onMachine({ [sessionCookie]: cookieIn(done)?.value ?? "" });
    const rename = async (placeName: string) =>
      (await fresh.ask(admin, "PATCH", "/api/settings", { placeName })).statusCode;
    expect(fresh.appliance.publisher.state.place.name).toBe("The office");
    expect(await rename("Café Luna")).toBe(200);
    expect(fresh.appliance.publisher.state.place.name).toBe("Café Luna");
    expect([await rename(""), await rename("   ")]).toEqual([400, 400]);
    expect(fresh.appliance.publisher.state.place.name).toBe("Café Luna");
    await fresh.remove();
  });

  test("where other devices find it is told once they can: by HTTPS, which takes a passphrase", async () => {
    const fresh = await seatServer({ people: false, stands: null });
    const told = async () => (await fresh.ask(onMachine(), "GET", "/api/setup")).json().address;
    expect(await told()).toBeNull();
    const fingerprint = "AA:BB";
    fresh.appliance.httpsOpened({ host: "mien.local", port: 7374, fingerprint });
    expect(await told()).toBe("https://mien.local:7374/setup");
    fresh.appliance.httpsOpened({ host: "fd00::7", port: 7374, fingerprint });
    expect(await told()).toBe("https://[fd00::7]:7374/setup");
    expect((await fresh.ask(newSecureBrowser(), "GET", "/api/setup")).json().address).toBeNull();
    await fresh.remove();
  });

  test.each([
    ["settings", (store: Store) => vi.spyOn(store.settings, "put")],
    ["admin", (store: Store) => vi.spyOn(store.people, "add")],
  ])(
    "that breaks off at the %s leaves no admin without an answer, and is done once more",
    async (_at, write) => {
      const fresh = await seatServer({ people: false, stands: null });
      const { store } = fresh.kept;
      // To what is kept it is as if the power were gone.
      write(store).mockRejectedValueOnce(new StoreError("disk-full", "The disk is full."));
      expect((await fresh.ask(onMachine(), "POST", "/api/setup", given)).statusCode).toBeGreaterThanOrEqual(
        500,
      );
      expect(await store.people.all()).toEqual([]);
      const { isNeeded, code } = (await fresh.ask(onMachine(), "GET", "/api/setup")).json();
      expect([isNeeded, code]).toEqual([true, expect.any(String)]);
      expect((await fresh.ask(onMachine(), "POST", "/api/setup", given)).statusCode).toBe(201);
      expect(await store.settings.all()).toMatchObject({ stands: "workplace", placeName: "The office" });
      await fresh.remove();
    },
  );

  test("is the only way to the first admin: nobody on the machine skips the question where it stands", async () => {
    const fresh = await seatServer({ people: false, stands: null });
    const ask = (method: string, url: string, body: object) => fresh.ask(onMachine(), method, url, body);
    const added = await ask("POST", "/api/people", { name: "Anna", pin: "1234" });
    expect(added.statusCode).toBe(201);
    const asAdmin = { role: "admin", passphrase };
    for (const answer of [
      await ask("POST", "/api/people", { name: "Olga", ...asAdmin }),
      await ask("PATCH", `/api/people/${added.json().id}`, asAdmin),
    ])
      expect([answer.statusCode, answer.json().code]).toEqual([409, "setup-makes-admin"]);
    expect(fresh.appliance.people.register.hasAdmin).toBe(false);
    const done = await ask("POST", "/api/setup", given);
    expect(done.statusCode).toBe(201);
    const admin = onMachine({ [sessionCookie]: cookieIn(done)?.value ?? "" });
    const another = await fresh.ask(admin, "PATCH", `/api/people/${added.json().id}`, asAdmin);
    expect(another.json()).toMatchObject({ name: "Anna", role: "admin" });
    await fresh.remove();
  });

  test("in a workplace leaves the camera off, for whomever, with the reason", async () => {
    const fresh = await seatServer({ people: false, stands: null });
    fresh.appliance.follow();
    const done = await fresh.ask(onMachine(), "POST", "/api/setup", given);
    expect(done.statusCode).toBe(201);
    expect(done.json().camera.forbidden).toContain("AI Act");
    expect(fresh.appliance.publisher.state.camera.wanted).toBe("off");
    const admin = onMachine({ [sessionCookie]: cookieIn(done)?.value ?? "" });
    const on = await fresh.ask(admin, "POST", "/api/commands", { do: "switchCamera", on: true });
    expect([on.statusCode, on.json().error]).toEqual([409, done.json().camera.forbidden]);
    expect(fresh.appliance.publisher.state.camera.wanted).toBe("off");
    await fresh.remove();
  });
});
