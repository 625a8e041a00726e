import { expect, test } from "vitest";
import { joyAndGloom, makePlayingAppliance, makeTestAppliance, playingOf } from "./testing.ts";

test("a stop that comes while it starts is heeded: no output is begun after it", async () => {
  const { appliance, output, remove } = await makeTestAppliance();
  const starting = appliance.start();
  await appliance.stop();
  await starting;
  expect([output.starts, output.running]).toEqual([0, false]);
  await remove();
});

test("a stop waits for what is still being written down, so that the store can be closed after it", async () => {
  const { appliance, kept, remove } = await makePlayingAppliance(joyAndGloom(4));
  const { plays } = kept.store;
  const end = plays.end.bind(plays);
  let written = false;
  plays.end = async (...args) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await end(...args);
    written = true;
  };
  await appliance.stop();
  expect(written).toBe(true);
  await remove();
});

test("another speaker in the settings is used at once, with the same song at its place", async () => {
  const made = await makePlayingAppliance(joyAndGloom(4));
  const { appliance, output, remove } = made;
  const { id } = playingOf(made);
  output.advance(20_000);
  expect(appliance.player.state.output).toBe("auto");
  await appliance.settings.change({ output: "alsa/kitchen" });
  await expect.poll(() => appliance.player.state.output).toBe("alsa/kitchen");
  await expect.poll(() => output.loads.at(-1)?.startAtMs).toBe(20_000);
  await expect.poll(() => appliance.player.state.actual).toMatchObject({ state: "playing", pick: { id } });
  await remove();
});

test("a song that sounded while no daemon was there is in the history, with its time and without a mood", async () => {
  const made = await makePlayingAppliance(joyAndGloom(4));
  const { appliance, kept, remove } = made;
  const pick = { ...playingOf(made), id: "alone" };
  await appliance.programme.began({ type: "began", pick, at: 1_000, alone: true });
  const end = { how: "finished", by: null, heardMs: 180_000 } as const;
  await appliance.programme.ended({ type: "ended", pick, end, at: 181_000 });
  const played = await kept.store.plays.recent(10);
  expect(played.find((play) => play.id === "alone")).toMatchObject({
    startedAt: 1_000,
    endedAt: 181_000,
    mood: null,
    end: { how: "finished", heardMs: 180_000 },
  });
  await remove();
});

test("who was in the room before the parts heard of each other is on the pages too", async () => {
  const { appliance, remove } = await makeTestAppliance();
  const { people, publisher } = appliance;
  const from = { address: "127.0.0.1", here: true, secure: true };
  const anna = { name: "Anna", role: "member", pin: "1234", passphrase: null, onTile: false } as const;
  const added = await people.accounts.add(anna, from);
  people.presence.come("person" in added ? added.person.id : "");
  expect(publisher.state.people.others).toBe(0);
  appliance.follow();
  expect(publisher.state.people).toEqual({ named: [], others: 1 });
  await remove();
});
