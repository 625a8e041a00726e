import { afterEach, expect, test } from "vitest";
import {
  gloom,
  joyAndGloom,
  makePlayingAppliance,
  playingOf,
  type TestAppliance,
  titleOf,
} from "../testing.ts";

const owner = { kind: "owner" } as const;

let under: TestAppliance;
afterEach(() => under.remove());

const waiting = () => under.appliance.player.queue[0];

async function open(options: Parameters<typeof makePlayingAppliance>[1] = {}) {
  under = await makePlayingAppliance(joyAndGloom(12), options);
  await expect.poll(waiting).toBeDefined();
}

test("what waits plays next, as it was shown", async () => {
  await open();
  const next = waiting();
  await under.appliance.programme.skips.skip(owner);
  expect(playingOf(under).id).toBe(next?.id);
});

test("on a glide the next one is drawn anew, for the step that the skipped song would have done", async () => {
  await open({ overrides: { policy: "glide", glideSongs: 2, usualMood: gloom, adventure: 0 } });
  const next = waiting();
  await under.appliance.programme.skips.skip(owner);
  const instead = playingOf(under);
  expect(instead.id).not.toBe(next?.id);
  expect(titleOf(instead)).toMatch(/^gloom/);
});

test.each(["match", "glide"] as const)(
  "with %s, whoever wants one song no more takes no other one away",
  async (policy) => {
    await open({ overrides: { policy } });
    const { skips } = under.appliance.programme;
    const first = playingOf(under);
    await skips.skipSong(first, owner);
    const second = playingOf(under);
    expect(second.id).not.toBe(first.id);
    await skips.skipSong(first, owner);
    expect(playingOf(under).id).toBe(second.id);
  },
);

test("a song that somebody never wants to hear ends where it is on, and nothing else does", async () => {
  await open();
  const { skips } = under.appliance.programme;
  const { id, item } = playingOf(under);
  await skips.unwanted("another song", owner);
  expect(playingOf(under).id).toBe(id);
  await skips.unwanted(item.kind === "track" ? item.track.id : "", owner);
  expect(playingOf(under).id).not.toBe(id);
});
