import type { Appliance } from "../appliance.ts";
import type { Family } from "./exposition.ts";
import type { HealthFacts } from "./facts.ts";

const msPerSecond = 1_000;

/** The same facts as numbers that can be followed. No song, no mood, no count of people: a graph of those is a diary. */
export function metricsOf(facts: HealthFacts, { upkeep }: Appliance): readonly Family[] {
  const { vision, player, library, database, backup, machine, memory, eventLoop, components } = facts;
  const { counts, daemonStarts } = upkeep;
  return [
    gauge("process_start_time_seconds", "When the daemon was started, in seconds since 1970.", startedAt()),
    counter("process_cpu_seconds_total", "CPU time that the daemon has taken.", cpuSeconds()),
    gauge("process_resident_memory_bytes", "Memory of the daemon.", memory.daemonRssBytes),
    gauge("mien_vision_resident_memory_bytes", "Memory of the process that looks.", memory.visionRssBytes),
    gauge(
      "mien_event_loop_lag_p99_seconds",
      "How late the daemon's loop was, 99 % of the last minute.",
      eventLoop.p99Ms / msPerSecond,
    ),
    gauge("mien_event_loop_lag_max_seconds", "The same at its worst.", eventLoop.maxMs / msPerSecond),
    family(
      "mien_component_up",
      "gauge",
      "1 where a part works or was switched off, 0 where it is degraded or down.",
      Object.entries(components).map(([component, { state }]) => ({
        labels: { component },
        value: state === "degraded" || state === "down" ? 0 : 1,
      })),
    ),
    counter("mien_vision_frames_total", "Frames read from the camera.", vision.framesRead),
    counter("mien_vision_frames_skipped_total", "Frames for which there was no time.", vision.framesDropped),
    counter("mien_vision_frames_examined_total", "Frames that were looked at.", vision.framesExamined),
    family("mien_vision_step_seconds", "gauge", "How long a step takes, the median of a minute.", [
      ...step("read", vision.readMs),
      ...step("detect", vision.detectMs),
      ...step("inference", vision.classifyMs),
    ]),
    family("mien_restarts_total", "counter", "How often a part was started again.", [
      { labels: { component: "vision" }, value: vision.restarts },
      { labels: { component: "player" }, value: player.restarts },
      ...(daemonStarts === null ? [] : [{ labels: { component: "daemon" }, value: daemonStarts - 1 }]),
    ]),
    gauge("mien_playing", "1 while music plays.", player.state === "playing" ? 1 : 0),
    family("mien_picks_total", "counter", "Songs that began, by who chose them.", [
      { labels: { chosen_by: "picker" }, value: counts.picks.picker },
      { labels: { chosen_by: "person" }, value: counts.picks.person },
    ]),
    family(
      "mien_plays_total",
      "counter",
      "Songs that ended, by how.",
      [...counts.plays].map(([end, value]) => ({ labels: { end }, value })),
    ),
    family("mien_library_tracks", "gauge", "Songs in the library.", [
      { labels: { state: "playable" }, value: library.tracks - library.unplayable },
      { labels: { state: "unplayable" }, value: library.unplayable },
    ]),
    gauge("mien_database_size_bytes", "The database.", database.bytes),
    gauge("mien_database_log_size_bytes", "Its write-ahead log.", database.logBytes),
    gauge(
      "mien_backup_newest_timestamp_seconds",
      "When the newest backup was made.",
      backup.newestAt === null ? null : backup.newestAt / msPerSecond,
    ),
    gauge("mien_temperature_celsius", "Of the hottest part of the machine.", machine.celsius),
    gauge("mien_disk_free_bytes", "Room on the disk that holds the data.", machine.disk?.freeBytes ?? null),
    gauge("mien_disk_size_bytes", "All of that disk.", machine.disk?.sizeBytes ?? null),
    gauge("mien_memory_available_bytes", "Memory to be had.", machine.memory?.availableBytes ?? null),
    gauge("mien_memory_size_bytes", "All of the memory.", machine.memory?.sizeBytes ?? null),
    gauge("mien_pages", "Pages that are connected.", facts.pages),
  ];
}

function family(name: string, kind: Family["kind"], help: string, samples: Family["samples"]): Family {
  return { name, kind, help, samples };
}

function gauge(name: string, help: string, value: number | null): Family {
  return family(name, "gauge", help, value === null ? [] : [{ value }]);
}

function counter(name: string, help: string, value: number): Family {
  return family(name, "counter", help, [{ value }]);
}

function step(name: string, ms: number | null): Family["samples"] {
  return ms === null ? [] : [{ labels: { step: name }, value: ms / msPerSecond }];
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function startedAt(): number {
  return Math.round(Date.now() / msPerSecond - process.uptime());
}
