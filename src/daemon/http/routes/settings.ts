import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import { type SettingInfo, type SettingName, Settings } from "../../../protocol/settings.ts";
import type { Appliance } from "../../appliance.ts";
import { isSettingName, type SettingsChange } from "../../settings-keeper.ts";
import { timeZoneOfHere } from "../../time-zone.ts";
import { withoutSecrets } from "../../without-secrets.ts";
import { isToldAll } from "../guard/told-all.ts";

const ownerOnly = (Object.keys(Settings.properties) as SettingName[]).filter(
  (name) => (Settings.properties[name] as Partial<SettingInfo>).ownerOnly,
);

/** The settings with their schema, from which a form can be drawn. */
export const settingsRoutes: FastifyPluginAsyncTypebox<{
  appliance: Pick<Appliance, "settings" | "hours" | "library">;
}> = async (server, { appliance }) => {
  const { settings, hours, library } = appliance;

  const notThere = () => library.missingOf(settings.current.musicFolders);

  const addressToTell = <Some extends Partial<Settings>>(some: Some): Some =>
    some.cameraSource === undefined ? some : { ...some, cameraSource: withoutSecrets(some.cameraSource) };

  /** With a change goes what came of it at once: that the music ends, and by which zone times are told. */
  const withOutcome = async (make: () => Promise<SettingsChange>) => {
    const wasOpen = hours.open;
    const change = await make();
    const { awaitsRestart } = settings;
    return { ...change, awaitsRestart, closes: wasOpen && !hours.open, timeZone: timeZoneOfHere() };
  };

  server.get("/api/settings", async (request) => {
    const withheld = isToldAll(request.who) ? [] : ownerOnly;
    const told = (values: Partial<Settings>) =>
      Object.fromEntries(
        Object.entries(addressToTell(values)).filter(([name]) => !withheld.includes(name as SettingName)),
      );
    return {
      schema: Settings,
      values: told(settings.current),
      withheld,
      overridden: settings.overridden,
      saved: told(settings.saved),
      awaitsRestart: settings.awaitsRestart,
      notThere: withheld.length > 0 ? [] : notThere(),
      timeZone: timeZoneOfHere(),
    };
  });

  const Values = Type.Record(Type.String({ maxLength: 64 }), Type.Unknown());
  server.patch("/api/settings", { schema: { body: Values } }, async (request, reply) => {
    const { cameraSource } = { ...settings.current, ...settings.saved };
    const told = withoutSecrets(cameraSource);
    // A form that sends everything back sends the address without its password: that stays as it is.
    const wanted =
      told !== cameraSource && request.body.cameraSource === told
        ? { ...request.body, cameraSource }
        : request.body;
    const change = await withOutcome(() => settings.change(wanted));
    if (!change.ok) return reply.code(400).send({ error: change.reason });
    const folders = request.body.musicFolders as Settings["musicFolders"] | undefined;
    if (folders === undefined) return { ...change, notThere: notThere() };
    await library.lookFor(folders);
    return { ...change, notThere: library.missingOf(folders) };
  });

  const Name = Type.Object({ name: Type.String({ maxLength: 64 }) });
  server.delete("/api/settings/:name", { schema: { params: Name } }, async (request, reply) => {
    const { name } = request.params;
    if (!isSettingName(name)) return reply.code(404).send({ error: `There is no setting called ${name}.` });
    const change = await withOutcome(() => settings.reset(name));
    return { ...change, notThere: notThere() };
  });
};
