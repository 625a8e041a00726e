import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import type { Appliance } from "../../appliance.ts";
import { healthFacts } from "../../health/facts.ts";
import { LoopMeter } from "../../loop-meter.ts";
import { bundleText } from "../../support/bundle.ts";
import { hardwareFacts, programVersions } from "../../support/hardware.ts";
import { lastUpdate } from "../../support/last-update.ts";
import { safeLines } from "../../support/log-line.ts";
import type { LogLines } from "../../support/log-lines.ts";
import { versionIn } from "../../support/version.ts";
import { vocabularyInThread } from "../../support/vocabulary-thread.ts";
import { fewAtOnce } from "../guard/few-at-once.ts";

// From dist/src/daemon/http/routes/ to the folder that the appliance was installed in.
const root = resolve(import.meta.dirname, "../../../../..");
/** A release has this file in its folder (scripts/lib/release-tree.sh); a clone has none. */
const clone = existsSync(join(root, "RELEASE")) ? null : root;

/** Some pages of some admins, each of which asks every few seconds. */
const MOST_AT_ONCE = 8;

/** What an admin looks at when something is wrong: the version, the newest lines of the log, and a bundle for support. */
export const supportRoutes: FastifyPluginAsyncTypebox<{
  appliance: Appliance;
  lines: LogLines;
  startedWith: readonly string[];
  isService: boolean;
}> = async (server, { appliance, lines, startedWith, isService }) => {
  const startedAt = Date.now();
  let known: Promise<ReadonlySet<string>> | null = null;
  /** Read once, and only where somebody asks: it is all that Mien's programs can say. */
  const vocabulary = () => {
    known ??= vocabularyInThread([join(root, "dist/src"), join(root, "systemd")]).catch((error: unknown) => {
      known = null; // The next one who asks tries again.
      throw error;
    });
    return known;
  };
  const loop = new LoopMeter();

  server.addHook("onRequest", fewAtOnce(MOST_AT_ONCE));
  server.addHook("onReady", async () => loop.start());
  server.addHook("onClose", async () => loop.stop());

  server.get("/api/about", async () => {
    const { dataFolder } = appliance;
    const [version, update] = await Promise.all([versionIn(root), lastUpdate(dataFolder)]);
    const runs = { service: isService, clone, dataFolder, startedWith, startedAt };
    return { version, node: process.version, lastUpdate: update, ...runs };
  });

  const After = Type.Partial(
    Type.Object(
      { after: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) },
      { additionalProperties: false },
    ),
  );
  /** Without names, titles, paths and addresses, as the bundle has them: an admin may sit beside somebody else. */
  server.get("/api/logs", { schema: { querystring: After } }, async (request, reply) => {
    const words = await vocabulary();
    reply.header("cache-control", "no-store");
    const newest = lines.since(request.query.after ?? 0);
    const safe = await safeLines(
      newest.map(({ text }) => text),
      words,
    );
    return { lines: newest.flatMap(({ seq }, at) => (safe[at] ? [{ seq, text: safe[at] }] : [])) };
  });

  server.get("/api/support-bundle", async (_request, reply) => {
    const [version, programs, hardware, health, words] = await Promise.all([
      versionIn(root),
      programVersions(),
      hardwareFacts(),
      healthFacts(appliance, loop.delay),
      vocabulary(),
    ]);
    const settings = { ...appliance.settings.current };
    const log = lines.since(0).map(({ text }) => text);
    const name = `mien-support-${new Date().toISOString().slice(0, 10)}.txt`;
    return reply
      .header("cache-control", "no-store")
      .header("content-disposition", `attachment; filename="${name}"`)
      .type("text/plain; charset=utf-8")
      .send(await bundleText({ version, programs, hardware, health, settings, log, known: words }));
  });
};
