import { describe, expect, test } from "vitest";
import { playingOf, titleOf, trackCalled } from "../testing.ts";
import { guestHouse, songs } from "./testing.ts";

// What people at the screen do to songs that phones wait for.

const { under, open, turn, guests, queue, idle, ask, skip, later } = guestHouse();

describe("a guest's song that somebody at the screen took away by a slip", () => {
  const atScreen = { kind: "guest", sessionId: "screen" } as const;
  const corrections = () => under().appliance.programme.corrections;

  test("waits again as the first one, before those of others, and its guest's turn is kept", async () => {
    await open({ guestSpacing: 1 });
    const [a1 = "", b1 = ""] = await idle(2);
    await ask("anna", a1);
    await expect.poll(() => queue()[0]).toBe(a1);
    await ask("ben", b1);
    await skip();
    await expect.poll(() => titleOf(playingOf(under()))).toBe(a1);
    const { id } = await trackCalled(under(), a1);
    await corrections().wrongMood(id, atScreen);
    await expect.poll(() => titleOf(playingOf(under()))).not.toBe(a1);
    await expect.poll(() => queue()[0]).toBe(b1);
    expect(await corrections().undo(null, atScreen)).toBeNull();
    await expect.poll(() => queue()[0]).toBe(a1);
    expect(guests().own("anna").mine).toHaveLength(1);
    await skip();
    await expect.poll(() => titleOf(playingOf(under()))).toBe(a1);
    expect(guests().own("anna")).toMatchObject({ mine: [], gone: null });
    expect(guests().own("ben").mine).toHaveLength(1);
  });

  test("also where it had waited in the player's queue, and its guest was told that it can't be played", async () => {
    await open();
    const [title = ""] = await idle(1);
    await ask("anna", title);
    await expect.poll(() => queue()[0]).toBe(title);
    const { id } = await trackCalled(under(), title);
    await corrections().block(id, "song", atScreen);
    await expect
      .poll(() => {
        later(4_000);
        return guests().own("anna").gone?.title;
      })
      .toBe(title);
    expect(await corrections().undo(null, atScreen)).toBeNull();
    await expect.poll(() => queue()[0]).toBe(title);
    expect(guests().own("anna")).toMatchObject({ mine: [expect.any(String)], gone: null });
  });

  test.each([
    ["its guest took it back", () => guests().withdraw("anna", guests().own("anna").mine[0] ?? "")],
    ["no phone may ask any more", () => turn({ guestRequests: false })],
    [
      "none might for a while",
      () => turn({ guestRequests: false }).then(() => turn({ guestRequests: true })),
    ],
  ])("stays away where %s meanwhile", async (_, meanwhile) => {
    await open();
    const [title = ""] = await idle(1);
    await ask("anna", title);
    await expect.poll(() => queue()[0]).toBe(title);
    const { id } = await trackCalled(under(), title);
    await corrections().block(id, "song", atScreen);
    await meanwhile();
    expect(await corrections().undo(null, atScreen)).toBeNull();
    await under().appliance.programme.asking.inLine(async () => undefined);
    expect(queue()).not.toContain(title);
    expect(guests().section.waiting).toBe(0);
  });
});

describe("a song that is asked for at the screen too", () => {
  const atScreen = { kind: "guest", sessionId: "screen" } as const;

  test("is played once, and its guest is not told that it can't be", async () => {
    await open({ guestWaiting: 3 });
    const [title = "", first = "", other = ""] = await idle(3);
    await ask("anna", title);
    await expect.poll(() => queue()[0]).toBe(title);
    // The one in the player's queue gives way to the one that plays at once.
    const { id } = await trackCalled(under(), title);
    expect(await under().appliance.programme.asking.playTrack(id, "now", atScreen)).toBeNull();
    await expect.poll(() => titleOf(playingOf(under()))).toBe(title);
    await expect
      .poll(() => {
        later(10_000);
        return guests().own("anna").mine;
      })
      .toEqual([]);
    expect(guests().own("anna").gone).toBeNull();
    // The same where it is not in the player's queue yet.
    await ask("anna", first);
    await expect.poll(() => queue()[0]).toBe(first);
    await ask("ben", other);
    const { id: wanted } = await trackCalled(under(), other);
    expect(await under().appliance.programme.asking.playTrack(wanted, "next", atScreen)).toBeNull();
    await skip();
    await expect.poll(() => guests().own("ben").mine).toEqual([]);
    expect(guests().own("ben").gone).toBeNull();
    expect(queue().filter((each) => each === other)).toHaveLength(1);
  });

  test("waits on while as many wait as fit at the screen", async () => {
    await open({}, songs(40));
    const titles = await idle(22);
    for (const title of titles.slice(0, 20)) {
      const { id } = await trackCalled(under(), title);
      expect(await under().appliance.programme.asking.playTrack(id, "next", atScreen)).toBeNull();
    }
    const [, last = ""] = titles.slice(20);
    expect(await ask("anna", last)).toBeNull();
    later(10_000);
    // Its turn has come, and was in vain, when what is asked for later is done.
    await new Promise(setImmediate);
    await under().appliance.programme.asking.inLine(async () => undefined);
    expect(queue()).not.toContain(last);
    await skip();
    await expect.poll(queue).toContain(last);
    expect(guests().own("anna")).toMatchObject({ mine: [expect.any(String)], gone: null });
  });
});
