import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeTestServer, type TestServer } from "../http/testing.ts";
import { exposition } from "./exposition.ts";
import { parseExposition } from "./testing-exposition.ts";

let under: TestServer;
beforeEach(async () => {
  under = await makeTestServer();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await under.remove();
});

async function scrape() {
  const answer = await under.get("/metrics");
  expect(answer.headers["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8");
  return { text: answer.body, families: parseExposition(answer.body) };
}

test("a strict reader of Prometheus' format takes every line", async () => {
  await under.appliance.upkeep.machine.look();
  const { families } = await scrape();
  expect([...families.keys()]).toEqual(
    expect.arrayContaining([
      ...["mien_vision_frames_total", "mien_vision_frames_skipped_total", "mien_picks_total"],
      ...["mien_restarts_total", "mien_disk_free_bytes", "mien_memory_available_bytes"],
      ...["process_resident_memory_bytes", "mien_event_loop_lag_p99_seconds", "mien_component_up"],
    ]),
  );
});

test("heat, memory and room on the disk are told in base units", async () => {
  vi.spyOn(under.appliance.upkeep.machine, "facts", "get").mockReturnValue({
    celsius: 61.5,
    disk: { freeBytes: 3e9, sizeBytes: 32e9 },
    memory: { availableBytes: 5e8, sizeBytes: 1e9 },
  });
  const { families } = await scrape();
  const told = (name: string) => families.get(name);
  const gauge = (value: number) => ({ kind: "gauge", samples: [{ labels: {}, value }] });
  expect(told("mien_temperature_celsius")).toMatchObject(gauge(61.5));
  expect(told("mien_disk_free_bytes")).toMatchObject(gauge(3e9));
  expect(told("mien_disk_size_bytes")).toMatchObject(gauge(32e9));
  expect(told("mien_memory_available_bytes")).toMatchObject(gauge(5e8));
  expect(told("mien_memory_size_bytes")).toMatchObject(gauge(1e9));
});

test("a machine that tells no temperature has no figure of it, and not 0", async () => {
  const { machine } = under.appliance.upkeep;
  vi.spyOn(machine, "facts", "get").mockReturnValue({ celsius: null, disk: null, memory: null });
  const { families } = await scrape();
  for (const name of ["mien_temperature_celsius", "mien_disk_free_bytes", "mien_memory_available_bytes"])
    expect(families.has(name), name).toBe(false);
});

test("frames, those there was no time for, and what a look costs are vision's own figures", async () => {
  vi.spyOn(under.appliance.vision, "stats", "get").mockReturnValue({
    ...{ framesRead: 900, framesDropped: 40, framesExamined: 860 },
    ...{ readMs: 4, detectMs: 31, classifyMs: 12.5, rssBytes: 160e6 },
  });
  const { families } = await scrape();
  const counted = (name: string) => families.get(name)?.samples[0]?.value;
  expect(counted("mien_vision_frames_total")).toBe(900);
  expect(counted("mien_vision_frames_skipped_total")).toBe(40);
  expect(counted("mien_vision_frames_examined_total")).toBe(860);
  expect(counted("mien_vision_resident_memory_bytes")).toBe(160e6);
  expect(families.get("mien_vision_step_seconds")?.samples).toEqual([
    { labels: { step: "read" }, value: 0.004 },
    { labels: { step: "detect" }, value: 0.031 },
    { labels: { step: "inference" }, value: 0.0125 },
  ]);
});

test("a daemon that was started again is counted, where somebody counts", async () => {
  const restarts = async () => (await scrape()).families.get("mien_restarts_total")?.samples ?? [];
  const components = async () => (await restarts()).map(({ labels }) => labels.component);
  expect(await components()).toEqual(["vision", "player"]);
  vi.spyOn(under.appliance.upkeep, "daemonStarts", "get").mockReturnValue(3);
  expect(await restarts()).toContainEqual({ labels: { component: "daemon" }, value: 2 });
});

test("names follow Prometheus' conventions: base units, and _total for what only grows", async () => {
  const { families } = await scrape();
  for (const [name, { kind }] of families) {
    expect(name).toMatch(/^(mien|process)_[a-z][a-z0-9_]*$/);
    expect(name.endsWith("_total"), name).toBe(kind === "counter");
    expect(name).not.toMatch(/_(ms|milliseconds|mb|kb|percent|minutes)(_|$)/);
  }
});

test("a song that begins and ends is counted by who chose it and how it ended", async () => {
  const { counts } = under.appliance.upkeep;
  const { state } = under.appliance.player;
  const item = { kind: "announcement", title: "Zorbanella Quixfeld" } as const;
  const pick = { id: "p", item, pickedAt: 0, reasons: [], draw: null };
  counts.hear({ type: "began", pick, at: 1, alone: false }, state);
  counts.hear({ type: "ended", pick, end: { how: "skipped", by: null, heardMs: 5 }, at: 2 }, state);
  const { families, text } = await scrape();
  expect(families.get("mien_picks_total")?.samples).toContainEqual({
    labels: { chosen_by: "person" },
    value: 1,
  });
  expect(families.get("mien_plays_total")?.samples).toEqual([{ labels: { end: "skipped" }, value: 1 }]);
  expect(text).not.toMatch(/Zorbanella|faces|mood/i);
});

test("a part that is ill is 0, and one that is well is 1", async () => {
  under.appliance.publisher.update({
    health: {
      ...under.appliance.publisher.state.health,
      camera: { state: "down", reason: "camera-absent", detail: "", since: 0, retryAt: null },
    },
  });
  const { families } = await scrape();
  const up = families.get("mien_component_up")?.samples ?? [];
  expect(up).toContainEqual({ labels: { component: "camera" }, value: 0 });
  expect(up).toContainEqual({ labels: { component: "store" }, value: 1 });
});

test("whatever a label or a help says, the text stays what it is", () => {
  const label = 'a "quoted" \\ and\na new line';
  const text = exposition([
    {
      name: "x_total",
      kind: "counter",
      help: "One \\ and\nanother",
      samples: [{ labels: { label }, value: 1 }],
    },
  ]);
  expect(parseExposition(text).get("x_total")).toEqual({
    kind: "counter",
    help: "One \\ and\nanother",
    samples: [{ labels: { label }, value: 1 }],
  });
});
