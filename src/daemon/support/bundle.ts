import type { HealthFacts } from "../health/facts.ts";
import { safeLines } from "./log-line.ts";
import { safeSettings } from "./safe-settings.ts";

export interface BundleParts {
  version: string;
  programs: object;
  hardware: object;
  /** What `/api/health` answers; null where nobody answers. */
  health: HealthFacts | null;
  settings: Readonly<Record<string, unknown>> | null;
  /** Of the journal, oldest first. */
  log: readonly string[];
  known: ReadonlySet<string>;
}

/** Everything that helps to find a fault, as a text that its owner can read before it is sent. */
export async function bundleText({
  version,
  programs,
  hardware,
  health,
  settings,
  log,
  known,
}: BundleParts): Promise<string> {
  const lines = (await safeLines(log, known)).filter((line) => line !== null);
  return [
    "What Mien tells for support. Names, titles, paths, addresses and settings that are texts were left out (…).",
    section("Version", { mien: version, ...programs }),
    section("Machine", hardware),
    section("Health", health === null ? "Nobody answers." : safeHealth(health)),
    section("Settings", settings === null ? "They can't be read." : safeSettings(settings)),
    `\n== Log (${lines.length} of ${log.length} lines)\n${lines.join("\n")}\n`,
  ].join("\n");
}

/** Sentences name culprits, and those may be a folder or a camera's address: only the reasons stay. */
function safeHealth({ components, vision, player, library, ...rest }: HealthFacts): object {
  const reasons = Object.entries(components).map(([part, { state, ...why }]) => [
    part,
    "reason" in why ? { state, reason: why.reason, since: why.since } : { state },
  ]);
  const { camera, faces: _, ...figures } = vision;
  return {
    components: Object.fromEntries(reasons),
    vision: { ...figures, camera: camera && { state: camera.state } },
    player: { ...player, output: player.output.split("/", 1)[0] },
    library,
    ...rest,
  };
}

function section(title: string, content: object | string): string {
  return `\n== ${title}\n${typeof content === "string" ? content : JSON.stringify(content, null, 2)}`;
}
