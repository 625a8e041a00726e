import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { playerOnFakes } from "../testing.ts";
import { FakeOutput } from "../testing-output.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("an output that takes a song and does not play it, though it starts well", () => {
  const stalls = async ({ speaker, time }: Awaited<ReturnType<typeof playerOnFakes>>): Promise<void> => {
    speaker.lose("mpv-stalled");
    await time(0);
  };

  test("counts as missing the second time: the same song goes on through the next one, with the reason", async () => {
    const fakes = await playerOnFakes();
    const { player, silent, time, events } = fakes;
    await time(7_000);
    await stalls(fakes);
    expect(player.state.output).toBe("speaker");
    await stalls(fakes);
    expect(player.state).toMatchObject({ output: "silent", actual: { state: "playing", pick: { id: "1" } } });
    expect(silent.playing).toMatchObject({ path: "/music/1", startAtMs: 7_000 });
    expect(player.health).toMatchObject({
      state: "degraded",
      reason: "output-missing",
      detail: expect.stringContaining('"speaker" takes sound and does not play it'),
    });
    expect(events()).toEqual(["began 1"]);
  });

  test("is left alone for half a minute where nothing is heard meanwhile, and takes the song back then", async () => {
    const fakes = await playerOnFakes({ durationMs: 3_600_000 });
    const { player, speaker, time } = fakes;
    await stalls(fakes);
    await stalls(fakes);
    const { starts } = speaker;
    await time(29_000);
    expect([player.state.output, speaker.starts]).toEqual(["silent", starts]);
    await time(10_000);
    expect(player.state.output).toBe("speaker");
    expect(player.health).toEqual({ state: "ok" });
  });

  test("is left alone for five minutes, and then for longer, where another speaker is heard meanwhile", async () => {
    const another = new FakeOutput({ durationMs: 36_000_000 });
    const fakes = await playerOnFakes({ durationMs: 36_000_000, another });
    const { player, speaker, time } = fakes;
    for (const minutes of [5, 30]) {
      await stalls(fakes);
      await stalls(fakes);
      expect(player.health).toMatchObject({ state: "degraded", reason: "output-elsewhere" });
      const { starts } = speaker;
      await time(minutes * 60_000 - 1_000);
      expect([player.state.output, speaker.starts]).toEqual(["another", starts]);
      // It stands still again before it has played a second.
      while (player.state.output !== "speaker") await time(250);
    }
  });

  test("is never given up for a standstill with music in between", async () => {
    const fakes = await playerOnFakes();
    for (let n = 0; n < 10; n += 1) {
      await fakes.time(2_000);
      await stalls(fakes);
      expect(fakes.player.state.output).toBe("speaker");
    }
  });

  test("is tried again as soon as a sound card comes", async () => {
    let cardCame: () => void = () => undefined;
    const fakes = await playerOnFakes({
      watchCards: (onChange) => {
        cardCame = onChange;
        return () => undefined;
      },
    });
    await stalls(fakes);
    await stalls(fakes);
    expect(fakes.player.state.output).toBe("silent");
    cardCame();
    await fakes.time(1_000);
    expect(fakes.player.state.output).toBe("speaker");
  });
});
