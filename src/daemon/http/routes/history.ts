import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import type { PlayTold } from "../../../protocol/library.ts";
import type { Appliance } from "../../appliance.ts";
import { fewAtOnce } from "../guard/few-at-once.ts";

const DAY_MS = 86_400_000;
/** Some pages of some admins: short answers, by the index. */
const MOST_AT_ONCE = 8;
const Nothing = { additionalProperties: false } as const;
const Before = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/** What was played and why, and how much in each hour: for admins, as it tells when somebody was there. */
export const historyRoutes: FastifyPluginAsyncTypebox<{ appliance: Appliance }> = async (
  server,
  { appliance },
) => {
  const { plays } = appliance.store;

  server.addHook("onRequest", fewAtOnce(MOST_AT_ONCE));

  const Page = Type.Partial(
    Type.Object({ before: Before, limit: Type.Integer({ minimum: 1, maximum: 200 }) }, Nothing),
  );
  server.get("/api/history", { schema: { querystring: Page } }, async (request) => {
    const { before = Number.MAX_SAFE_INTEGER, limit = 50 } = request.query;
    return { plays: (await plays.told(before, limit)).map(withoutPeople) };
  });

  const Span = Type.Partial(Type.Object({ days: Type.Integer({ minimum: 1, maximum: 31 }) }, Nothing));
  server.get("/api/history/hours", { schema: { querystring: Span } }, async (request) => {
    const now = Date.now();
    return { hours: await plays.byHour(now - (request.query.days ?? 7) * DAY_MS, now + 1) };
  });
};

/** That somebody asked, or that it was somebody's turn, and not who: an admin sees the house's evenings, not a person's. */
function withoutPeople(play: PlayTold): PlayTold {
  return {
    ...play,
    reasons: play.reasons.map((reason) => {
      if (reason.kind === "asked") return { kind: "asked", by: { kind: reason.by.kind } };
      return reason.kind === "turn" ? { kind: "turn", of: "" } : reason;
    }),
  };
}
