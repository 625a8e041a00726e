import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import { Settings } from "../../../protocol/settings.ts";
import type { Appliance } from "../../appliance.ts";
import { isSettingName } from "../../settings-keeper.ts";
import { withoutSecrets } from "../../without-secrets.ts";

/**
 * The settings with their schema, from which a form can be drawn. Until an owner can sign in, they are changed
 * from this machine alone.
 */
export const settingsRoutes: FastifyPluginAsyncTypebox<{ appliance: Appliance }> = async (
  server,
  { appliance },
) => {
  const { settings } = appliance;

  server.get("/api/settings", async () => ({
    schema: Settings,
    // As everybody who can open the pages may see them.
    values: { ...settings.current, cameraSource: withoutSecrets(settings.current.cameraSource) },
    overridden: settings.overridden,
  }));

  const Values = Type.Record(Type.String({ maxLength: 64 }), Type.Unknown());
  server.patch("/api/settings", { schema: { body: Values } }, async (request, reply) => {
    const { cameraSource } = settings.current;
    const told = withoutSecrets(cameraSource);
    // A form that sends everything back sends the address without its password: that stays as it is.
    const wanted =
      told !== cameraSource && request.body.cameraSource === told
        ? { ...request.body, cameraSource }
        : request.body;
    const change = await settings.change(wanted);
    return change.ok ? change : reply.code(400).send({ error: change.reason });
  });

  const Name = Type.Object({ name: Type.String({ maxLength: 64 }) });
  server.delete("/api/settings/:name", { schema: { params: Name } }, async (request, reply) => {
    const { name } = request.params;
    if (!isSettingName(name)) return reply.code(404).send({ error: `There is no setting called ${name}.` });
    return settings.reset(name);
  });
};
