import { expect, test } from "vitest";
import type { Pick } from "../protocol/music.ts";
import type { Actor } from "../protocol/people.ts";
import { Publisher } from "./publisher.ts";
import { someState } from "./testing-state.ts";

const anna: Actor = { kind: "person", id: "id of Anna" };
const guest: Actor = { kind: "guest", sessionId: "evening of a guest" };
const askedBy = (by: Actor): Pick => ({
  ...{ id: "p", item: { kind: "announcement", title: "x" }, pickedAt: 0, draw: null },
  reasons: [
    { kind: "asked", by },
    { kind: "rested", lastPlayedAt: null },
  ],
});
const sectionsBy = (by: Actor) => ({
  player: {
    ...someState.player,
    actual: { state: "playing", pick: askedBy(by), positionMs: 0, at: 0 } as const,
  },
  queue: [askedBy(by)],
  health: { ...someState.health, camera: { state: "off", by } as const },
});

const at = { tellsNames: () => true, now: () => 0 };

test.each([anna, guest])("no page is told which %j asked for a song or switched the camera off", (by) => {
  const publisher = new Publisher({ initial: { ...someState, ...sectionsBy(by) }, ...at });
  const heard: string[] = [];
  publisher.subscribe({ send: (message) => heard.push(message), bufferedBytes: () => 0 });
  publisher.update(sectionsBy(by));
  publisher.update({ queue: [askedBy(by), askedBy(by)] });
  publisher.stop();
  const everything = heard.join() + JSON.stringify(publisher.state);
  expect(everything).toContain(`"by":{"kind":"${by.kind}"}`);
  expect(everything).not.toMatch(/id of Anna|evening of a guest/);
});

test("the other reasons stay, and a song that nobody asked for stays the same", () => {
  const publisher = new Publisher({ initial: { ...someState, queue: [askedBy(anna)] }, ...at });
  expect(publisher.state.queue[0]?.reasons).toEqual([
    { kind: "asked", by: { kind: "person" } },
    { kind: "rested", lastPlayedAt: null },
  ]);
});

test("what somebody likes is told where names are, and from the moment on that they are not it is not", () => {
  let tellsNames = true;
  const liked: Pick = {
    ...askedBy(guest),
    reasons: [
      { kind: "turn", of: "visit" },
      { kind: "preferred", what: "artist", value: "Ana Lúz", by: "person" },
      { kind: "preferred", what: "language", value: "es", by: "guest" },
    ],
  };
  const sections = {
    player: {
      ...someState.player,
      actual: { state: "playing", pick: liked, positionMs: 0, at: 0 } as const,
    },
    queue: [liked],
  };
  const publisher = new Publisher({
    initial: { ...someState, ...sections },
    ...{ tellsNames: () => tellsNames, now: () => 0 },
  });
  expect(publisher.state.queue).toEqual([liked]);
  tellsNames = false;
  publisher.update(sections);
  expect(JSON.stringify(publisher.state)).not.toContain("Ana Lúz");
  expect(publisher.state.queue[0]?.reasons.map(({ kind }) => kind)).toEqual(["turn", "preferred"]);
});
