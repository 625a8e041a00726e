import { realpath } from "node:fs/promises";
import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import { removableDrives } from "../../../library/upload/drives.ts";
import { safePath } from "../../../library/upload/safe-path.ts";
import type { Drive } from "../../../protocol/music-in.ts";
import type { Appliance } from "../../appliance.ts";

const CopyRequest = Type.Object(
  { from: Type.String({ pattern: "^/", maxLength: 4_096 }) },
  { additionalProperties: false },
);

/** What is plugged in, and its music into the library. */
export const copyRoutes: FastifyPluginAsyncTypebox<{ appliance: Appliance }> = async (
  server,
  { appliance },
) => {
  const { copies } = appliance;

  server.get(
    "/api/library/drives",
    async (): Promise<readonly Drive[]> =>
      (await removableDrives()).map(({ path, label, totalBytes, freeBytes }) => ({
        ...{ path, label, totalBytes, freeBytes },
      })),
  );

  server.get("/api/library/copies", async () => copies.state);

  server.post("/api/library/copies", { schema: { body: CopyRequest } }, async (request, reply) => {
    const from = await realpath(request.body.from).catch(() => null);
    const drive = from && (await removableDrives()).find(({ path }) => isWithin(from, path));
    if (!from || !drive)
      return reply.code(404).send({ error: `${request.body.from} is no drive, and no folder on one.` });
    if (!copies.begin(from, folderFor(drive), drive.path))
      return reply.code(409).send({ error: "Another drive is being copied: wait for it, or end it." });
    return reply.code(202).send(copies.state);
  });

  server.delete("/api/library/copies", async (_request, reply) => {
    if (!(await copies.cancel())) return reply.code(409).send({ error: "Nothing is being copied." });
    return reply.code(204).send();
  });
};

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** The same stick always goes to the same folder. */
function folderFor({ label }: Drive): string {
  const safe = safePath(label.replaceAll(/[/\\]/g, " "));
  return "fault" in safe ? "Drive" : (safe.names[0] ?? "Drive");
}
