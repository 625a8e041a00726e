import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import { Settings } from "../../protocol/settings.ts";
import type { Appliance } from "../appliance.ts";
import { isSettingName } from "../settings-keeper.ts";

/**
 * The settings with their schema, from which a form can be drawn. Until an owner can sign in, they are changed
 * from this machine alone.
 */
export const settingsRoutes: FastifyPluginAsyncTypebox<{ appliance: Appliance }> = async (
  server,
  { appliance },
) => {
  const { settings } = appliance;

  server.addHook("onRequest", async (request, reply) => {
    if (request.method !== "GET" && !isLoopback(request.ip))
      return reply.code(403).send({ error: "Settings are changed on the appliance itself." });
  });

  server.get("/api/settings", async () => ({
    schema: Settings,
    values: settings.current,
    overridden: settings.overridden,
  }));

  const Values = Type.Record(Type.String({ maxLength: 64 }), Type.Unknown());
  server.patch("/api/settings", { schema: { body: Values } }, async (request, reply) => {
    const change = await settings.change(request.body);
    return change.ok ? change : reply.code(400).send({ error: change.reason });
  });

  const Name = Type.Object({ name: Type.String({ maxLength: 64 }) });
  server.delete("/api/settings/:name", { schema: { params: Name } }, async (request, reply) => {
    const { name } = request.params;
    if (!isSettingName(name)) return reply.code(404).send({ error: `There is no setting called ${name}.` });
    return settings.reset(name);
  });
};

function isLoopback(address: string): boolean {
  return address === "::1" || /^(::ffff:)?127\./.test(address);
}
