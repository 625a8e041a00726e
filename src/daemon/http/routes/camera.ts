import { randomUUID } from "node:crypto";
import type { FastifyPluginAsync } from "fastify";
import type { Shot } from "../../../protocol/preview.ts";
import type { Appliance } from "../../appliance.ts";
import { cameraDevices } from "../../preview/camera-devices.ts";
import { mayDo, routeRights } from "../guard/rights.ts";
import { whoAsks } from "../guard/who.ts";

/** What the camera sees, for the admin who aims it (docs/decisions/preview.md), and which cameras there are. */
export const cameraRoutes: FastifyPluginAsync<{ appliance: Appliance }> = async (server, { appliance }) => {
  const { people, preview } = appliance;

  /** One picture, with what was read in it. A page that asks again and again sees a film of five pictures a second. */
  server.get("/api/camera/preview", async (request, reply) => {
    reply.header("cache-control", "no-store");
    const gone = new AbortController();
    reply.raw.once("close", () => gone.abort());
    const shot = await preview.next(gone.signal);
    // Their session may have ended while they waited.
    const right = routeRights["GET /api/camera/preview"] ?? {};
    if (!mayDo(right, whoAsks(request, people, "looks")))
      return reply.code(403).send({ error: "This is for admins: sign in as one.", signIn: "admin" });
    if (shot === null)
      return reply.code(503).send({ error: "The camera gives no picture just now. Its health says why." });
    const boundary = randomUUID();
    return reply.type(`multipart/form-data; boundary=${boundary}`).send(formOf(shot, boundary));
  });

  server.get("/api/camera/devices", async () => ({ devices: await cameraDevices() }));
};

/** Browsers read it by `response.formData()`, so that a picture and its boxes can't come apart. */
function formOf({ seen, picture }: Shot, boundary: string): Buffer {
  const part = (name: string, type: string, file = "") =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\ncontent-type: ${type}\r\n\r\n`;
  return Buffer.concat([
    Buffer.from(`${part("seen", "application/json")}${JSON.stringify(seen)}\r\n`),
    Buffer.from(part("picture", "image/jpeg", '; filename="now.jpg"')),
    picture,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}
