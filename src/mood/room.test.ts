import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mood } from "../protocol/mood.ts";
import { elapse, enterRoom, letCameraLead, observe, setMood } from "./room.ts";
import {
  atRest,
  crying,
  emptyRoom,
  face,
  leave,
  moment,
  settings,
  smiling,
  usual,
  watch,
} from "./testing-scenes.ts";

describe("faces", () => {
  test("an empty room has its usual mood, resting on nothing", () => {
    const { mood, looks, faces } = emptyRoom();
    expect(mood).toEqual({
      affect: usual,
      label: "content",
      confidence: 0,
      since: moment(0).now,
      until: null,
      basis: "daypart",
    } satisfies Mood);
    expect({ looks, faces }).toEqual({ looks: { kind: "nobody" }, faces: 0 });
  });

  test("a face at rest makes the mood even, a smile makes it elated", () => {
    const still = watch(emptyRoom(), [face(atRest)], { fromMs: 0, toMs: 30_000 });
    expect(still.mood).toMatchObject({ label: "even", basis: "faces" });
    const lifted = watch(still, [face(smiling)], { fromMs: 30_200, toMs: 60_000 });
    expect(lifted.mood).toMatchObject({ label: "elated", basis: "faces" });
    expect(lifted.looks).toEqual({ kind: "all", expression: "happy" });
  });

  test("a face that lifts from crying to smiling turns the mood to the pleasant half within ten seconds", () => {
    const before = watch(emptyRoom(), [face(crying)], { fromMs: 0, toMs: 10_000 });
    expect(before.mood.affect.valence).toBeLessThan(0);
    const long = watch(before, [face(crying)], { fromMs: 10_200, toMs: 90_000 });
    expect(long.mood.label).toBe("gloomy");
    const lifted = watch(long, [face(smiling)], { fromMs: 90_200, toMs: 100_000 });
    expect(lifted.mood.affect.valence).toBeGreaterThan(0.1);
  });

  test("half of a change has arrived after one half-life", () => {
    const settled = watch(emptyRoom(), [face({ neutral: 1 })], { fromMs: 0, toMs: 300_000 });
    const halfway = watch(settled, [face({ happy: 1 })], { fromMs: 300_200, toMs: 306_000 });
    expect(halfway.mood.affect.valence).toBeCloseTo(0.81 / 2, 2);
  });

  test("one frame after a gap moves the mood no more than a second of looking does", () => {
    const settled = watch(emptyRoom(), [face({ neutral: 1 })], { fromMs: 0, toMs: 60_000 });
    const glimpse = observe(settled, [face({ happy: 1 })], moment(100_000), settings);
    const second = watch(settled, [face({ happy: 1 })], { fromMs: 60_200, toMs: 61_000 });
    expect(glimpse.mood.affect).toEqual(second.mood.affect);
  });

  test("confidence builds up with time and is no number that one frame makes", () => {
    const glimpse = observe(emptyRoom(), [face(smiling)], moment(0), settings).mood.confidence;
    const stay = watch(emptyRoom(), [face(smiling)], { fromMs: 0, toMs: 30_000 }).mood.confidence;
    expect(glimpse).toBeLessThan(stay / 3);
    expect(stay).toBeGreaterThan(0.45);
  });

  test("a label that was just given stays for the dwell time, however the faces change", () => {
    const first = watch(emptyRoom(), [face(crying)], { fromMs: 0, toMs: 8_000 });
    const changedAt = first.mood.since - moment(0).now;
    let room = first;
    for (let ms = 8_200; room.mood.label === first.mood.label; ms += 200)
      room = observe(room, [face(smiling)], moment(ms), { ...settings, halfLifeMs: 200 });
    expect(room.mood.since - moment(0).now - changedAt).toBeGreaterThanOrEqual(settings.dwellMs);
  });

  test("a mood that has settled is the same object from frame to frame, so that nothing is sent", () => {
    const room = watch(emptyRoom(), [face(smiling)], { fromMs: 0, toMs: 200_000 });
    expect(observe(room, [face(smiling)], moment(200_200), settings).mood).toBe(room.mood);
  });
});

describe("nobody in sight", () => {
  const smiled = watch(emptyRoom(), [face(smiling)], { fromMs: 0, toMs: 60_000 });

  test("the mood is held, then fades to the usual one, then is that", () => {
    const held = leave(smiled, { fromMs: 61_000, toMs: 119_000 });
    expect(held.mood).toMatchObject({ basis: "held", affect: smiled.mood.affect });
    expect(held.mood.confidence).toBeLessThan(smiled.mood.confidence);
    const fading = leave(held, { fromMs: 120_000, toMs: 180_000 });
    expect(fading.mood.basis).toBe("fading");
    expect(fading.mood.affect.valence).toBeCloseTo((smiled.mood.affect.valence + usual.valence) / 2, 2);
    const back = leave(fading, { fromMs: 181_000, toMs: 241_000 });
    expect(back.mood).toMatchObject({ basis: "daypart", affect: usual, confidence: 0, label: "content" });
  });

  test("frames without a face do the same as no frames", () => {
    const seen = watch(smiled, [], { fromMs: 61_000, toMs: 160_000, everyMs: 1_000 });
    const blind = leave(smiled, { fromMs: 61_000, toMs: 160_000 });
    expect(seen.mood).toEqual(blind.mood);
  });

  test("the mood never jumps on the way, and neither when a face comes back", () => {
    let last = smiled.mood;
    let room = smiled;
    const barelyMoves = (mood: Mood, most: number) => {
      expect(Math.abs(mood.affect.valence - last.affect.valence)).toBeLessThan(most);
      expect(Math.abs(mood.confidence - last.confidence)).toBeLessThan(0.1);
      last = mood;
    };
    for (let ms = 60_200; ms < 180_000; ms += 200) {
      room = elapse(room, moment(ms), settings);
      barelyMoves(room.mood, 0.01);
    }
    room = observe(room, [face(atRest)], moment(180_000), settings);
    barelyMoves(room.mood, 0.1);
  });

  test("faces that cannot be read keep the mood, for five hold times at most", () => {
    const unread = watch(smiled, [face(null)], { fromMs: 60_200, toMs: 200_000 });
    expect(unread.mood).toMatchObject({ basis: "held", affect: smiled.mood.affect });
    expect(unread.looks).toEqual({ kind: "unread" });
    const poster = watch(unread, [face(null)], { fromMs: 200_200, toMs: 485_000 });
    expect(poster.mood).toMatchObject({ basis: "daypart", affect: usual });
  });

  test("faces that cannot be read do not call back what has begun to fade", () => {
    const fading = leave(smiled, { fromMs: 61_000, toMs: 150_000 });
    const unread = observe(fading, [face(null)], moment(150_200), settings);
    expect(unread.mood.basis).toBe("fading");
  });

  test("the words say nobody within two seconds of the last face", () => {
    expect(leave(smiled, { fromMs: 61_000, toMs: 63_000 })).toMatchObject({
      looks: { kind: "nobody" },
      faces: 0,
    });
  });

  test("with no time to hold or fade, the usual mood is back after two seconds", () => {
    const mood = { ...settings, holdMs: 0, fadeMs: 0 };
    expect(leave(smiled, { fromMs: 61_000, toMs: 62_000 }, mood).mood.basis).toBe("faces");
    expect(leave(smiled, { fromMs: 61_000, toMs: 63_000 }, mood).mood.basis).toBe("daypart");
  });
});

describe("a person's word", () => {
  const calm = { valence: 0.3, arousal: -0.5 };
  const word = setMood(emptyRoom(), calm, moment(600_000).now, moment(0));

  test("holds at once and surely, until its time, whatever the faces do", () => {
    expect(word.mood).toEqual({
      affect: calm,
      label: "calm",
      confidence: 1,
      since: moment(0).now,
      until: moment(600_000).now,
      basis: "manual",
    } satisfies Mood);
    const during = watch(word, [face(smiling)], { fromMs: 200, toMs: 599_800 });
    expect(during.mood).toBe(word.mood);
    expect(during.looks).toEqual({ kind: "all", expression: "happy" });
  });

  test("gives way to what the camera has seen meanwhile, at its end or when it is taken back", () => {
    const during = watch(word, [face(smiling)], { fromMs: 200, toMs: 60_000 });
    const taken = letCameraLead(during, moment(60_100), settings);
    expect(taken.mood).toMatchObject({ label: "elated", basis: "faces", until: null });
    const ended = leave(during, { fromMs: 61_000, toMs: 600_000 });
    expect(ended.mood).toMatchObject({ basis: "daypart", until: null, affect: usual });
  });

  test.each([-86_400_000, 86_400_000])(
    "neither ends nor lasts when the wall clock is set by %d ms",
    (set) => {
      const moved = (ms: number) => ({ ...moment(ms), now: moment(ms).now + set });
      const during = elapse(word, moved(300_000), settings);
      expect(during.mood.basis).toBe("manual");
      expect(during.mood.until).toBe(moved(600_000).now);
      expect(elapse(during, moved(599_000), settings).mood.basis).toBe("manual");
      expect(elapse(during, moved(600_000), settings).mood.basis).toBe("daypart");
    },
  );

  test("is put back onto the map, and ends at once when its time is over", () => {
    const far = setMood(emptyRoom(), { valence: 7, arousal: -7 }, moment(-1).now, moment(0));
    expect(far.mood.affect).toEqual({ valence: 1, arousal: -1 });
    expect(elapse(far, moment(0), settings).mood.basis).toBe("daypart");
  });
});

describe("whatever comes", () => {
  const probs = fc.dictionary(
    fc.constantFrom("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral", "smiling", "wink"),
    fc.double({ min: 0, max: 1 }),
  );
  const faces = fc.array(
    fc.record({
      reading: fc.oneof(fc.record({ probs }), fc.constant<{ abstained: "unsure" }>({ abstained: "unsure" })),
      quality: fc.double({ min: 0, max: 1 }),
      trackId: fc.nat(5),
      side: fc.double({ min: 0, max: 1 }),
    }),
    { maxLength: 6 },
  );

  test("both axes stay within -1 and 1, confidence within 0 and 1, and the window short", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ faces, waitMs: fc.nat(9_000) }), { maxLength: 60 }), (frames) => {
        let room = enterRoom({ valence: -1, arousal: 1 }, moment(0));
        let ms = 0;
        for (const frame of frames) {
          ms += frame.waitMs;
          const detections = frame.faces.map(({ side, ...rest }) =>
            face(null, { ...rest, box: { x: 0, y: 0, width: side, height: side } }),
          );
          room = observe(room, detections, moment(ms), { ...settings, holdMs: 3_000, fadeMs: 3_000 });
          const { affect, confidence } = room.mood;
          expect(Math.abs(affect.valence)).toBeLessThanOrEqual(1);
          expect(Math.abs(affect.arousal)).toBeLessThanOrEqual(1);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("the mood does not depend on how often the faces are looked at", () => {
    const step = fc.integer({ min: 20, max: 1_000 });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const start = watch(emptyRoom(), [face({ sad: 1 })], { fromMs: 0, toMs: 60_000 });
        let room = start;
        let passedMs = 0;
        for (const each of steps) {
          passedMs += each;
          room = observe(room, [face({ happy: 1 })], moment(60_000 + passedMs), settings);
        }
        const left = 2 ** (-passedMs / settings.halfLifeMs);
        expect(room.felt.affect.valence).toBeCloseTo(0.81 - (0.81 - start.felt.affect.valence) * left, 9);
        expect(room.felt.affect.arousal).toBeCloseTo(0.51 - (0.51 - start.felt.affect.arousal) * left, 9);
      }),
    );
  });
});
