import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import { StoreError } from "../../../store/store.ts";
import type { Appliance } from "../../appliance.ts";
import type { UpdateDesk } from "../../upkeep/update-desk.ts";
import { fewAtOnce } from "../guard/few-at-once.ts";
import { codeOf } from "../refusal-code.ts";
import type { Restart } from "./restart.ts";

const Named = Type.Object({ name: Type.String({ pattern: "^mien-[0-9]{8}-[0-9]{6}\\.db$" }) });

const gone = "This backup is not there any more: choose one of those that are.";

/** Backups by hand, to take home and to restore, and what became of the database. */
export const backupRoutes: FastifyPluginAsyncTypebox<{
  appliance: Appliance;
  restart: Restart;
  desk: Pick<UpdateDesk, "unlessItRuns">;
}> = async (server, { appliance, restart, desk }) => {
  const { backups } = appliance.upkeep;
  const { care } = appliance.store;

  let restores = false;
  server.get("/api/backups", async () => {
    const state = await backups.state();
    return { ...state, because: codeOf(state.missing ?? ""), restoring: restores };
  });

  /** Answered when it is made and has been read again; who asks meanwhile waits for the same one. */
  server.post("/api/backups", async (_request, reply) => reply.code(201).send(await backups.backUp()));

  /** All that is known of people is in it. */
  server.get(
    "/api/backups/:name",
    { schema: { params: Named }, onRequest: fewAtOnce() },
    async (request, reply) => {
      const { name } = request.params;
      const opened = await backups.open(name);
      if (opened === null) return reply.code(404).send({ error: gone });
      return reply
        .header("cache-control", "no-store")
        .header("content-disposition", `attachment; filename="${name}"`)
        .header("content-length", opened.bytes)
        .type("application/vnd.sqlite3")
        .send(opened.file.createReadStream());
    },
  );

  /** It takes the database's place while nobody has that open: at the next start, which comes at once. */
  server.post("/api/backups/:name/restore", { schema: { params: Named } }, async (request, reply) => {
    if (restart === null)
      return reply.code(409).send({
        error: "Nothing starts Mien again by itself here: restore the backup with scripts/restore.",
      });
    if (restores)
      return reply
        .code(409)
        .send({ error: "A backup is being put in the database's place: wait until Mien has started again." });
    restores = true;
    let found = false;
    try {
      const refusal = await desk.unlessItRuns(async () => {
        found = await backups.askRestore(request.params.name);
      });
      if (refusal !== null || !found) restores = false;
      if (refusal !== null) return reply.code(409).send({ error: refusal.detail });
      if (!found) return reply.code(404).send({ error: gone });
    } catch (error) {
      restores = false;
      if (!(error instanceof StoreError) || error.fault !== "corrupt") throw error;
      return reply.code(409).send({ error: error.message });
    }
    // Whoever asked hears of it first, unless they went while the backup was read: then nothing closes any more.
    if (reply.raw.closed) restart();
    else reply.raw.once("close", restart);
    return reply.code(202).send({});
  });

  server.get("/api/recovery", async () => {
    const { recovery } = care;
    return { recovery: recovery && { ...recovery, because: codeOf(recovery.why ?? "") } };
  });

  /** Somebody has taken note of it: the screen need not say it any longer. */
  server.delete("/api/recovery", async (_request, reply) => {
    care.acknowledge();
    return reply.code(204).send();
  });
};
