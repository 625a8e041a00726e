import { afterEach, beforeEach, expect, test } from "vitest";
import { type SeatedServer, seatServer } from "../http/testing/seats.ts";
import { silentLog } from "../testing.ts";
import { CertificateError, type makeCertificate } from "./make-certificate.ts";
import { openSecureDoor } from "./open-secure-door.ts";

let under: SeatedServer;
let errors: string[];
beforeEach(async () => {
  under = await seatServer({ people: false });
  await under.appliance.settings.change({ openToNetwork: true });
  errors = [];
});
afterEach(() => under.remove());

const open = (make: typeof makeCertificate) =>
  openSecureDoor({
    ...{ appliance: under.appliance, server: under.server, plainPort: 0, trusted: () => true, make },
    log: { ...silentLog, error: (_: object, said: string) => void errors.push(said) },
  });

test("nothing waits for a certificate: not the music, nor the end", async () => {
  let asked = false;
  const close = open(() => {
    asked = true;
    return new Promise(() => undefined);
  });
  await expect.poll(() => asked).toBe(true);
  await close();
  expect([errors, under.appliance.publisher.state.https]).toEqual([[], null]);
});

test("a certificate that can't be made is said in the log and by the health, and that is all", async () => {
  const close = open(() => Promise.reject(new CertificateError("the thread failed")));
  await expect.poll(() => errors).toEqual(["There is no HTTPS: the thread failed."]);
  await close();
  const { https, health } = under.appliance.publisher.state;
  expect(https).toBeNull();
  expect(health.https).toMatchObject({ state: "degraded", reason: "https-certificate" });
});
