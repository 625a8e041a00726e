import { setImmediate as nextTurn } from "node:timers/promises";
import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import { labelPoints } from "../../mood/labels.ts";
import type { PolicyEffect } from "../../protocol/figures.ts";
import { effectOf } from "../../recommend/effect.ts";
import { judgeMap } from "../../recommend/map.ts";
import type { Appliance } from "../appliance.ts";

/** Squares a tenth wide: a fifth of what lies between two moods. */
const MAP_CELLS = 20;
const DAY_MS = 86_400_000;
const Days = Type.Partial(Type.Object({ days: Type.Integer({ minimum: 1, maximum: 365 }) }));

/** What the library has for each mood, and what policies did to the room. */
export const figureRoutes: FastifyPluginAsyncTypebox<{ appliance: Appliance }> = async (
  server,
  { appliance },
) => {
  const { library, plays } = appliance.store;

  server.get("/api/library/map", async () =>
    judgeMap({
      map: await library.map(MAP_CELLS),
      cells: MAP_CELLS,
      points: labelPoints,
      restMinutes: appliance.settings.current.trackRestMinutes,
    }),
  );

  server.get("/api/effect", { schema: { querystring: Days } }, async (request) => {
    const seen = await plays.effects(Date.now() - (request.query.days ?? 90) * DAY_MS);
    const effects: PolicyEffect[] = [];
    for (const policy of ["match", "lift", "calm", "energise", "glide"] as const) {
      // Thousands of songs take some milliseconds: the loop is free in between.
      await nextTurn();
      const effect = effectOf(policy, seen);
      if (effect !== null) effects.push(effect);
    }
    return effects;
  });
};
