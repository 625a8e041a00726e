import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import { labelPoints } from "../../../protocol/circumplex.ts";
import type { LibraryMap, MoodFill } from "../../../protocol/figures.ts";
import type { Affect } from "../../../protocol/mood.ts";
import { genresNear } from "../../../recommend/genres-near.ts";
import { anyTrack } from "../../any-track.ts";
import type { Appliance } from "../../appliance.ts";
import { FiguresThread } from "../../figures-thread.ts";
import { fewAtOnce } from "../guard/few-at-once.ts";

/** Squares a tenth wide: a fifth of what lies between two moods. */
const MAP_CELLS = 20;
const DAY_MS = 86_400_000;
/** One is reckoned and the others wait. */
const MOST_AT_ONCE = 8;
/** Enough to tell which genres lie near a place. */
const SONGS_NEAR = 80;
const Days = Type.Partial(Type.Object({ days: Type.Integer({ minimum: 1, maximum: 365 }) }));

/** What the library has for each mood, and what policies did to the room. */
export const figureRoutes: FastifyPluginAsyncTypebox<{ appliance: Appliance }> = async (
  server,
  { appliance },
) => {
  const { library, plays } = appliance.store;
  const thread = new FiguresThread();

  server.addHook("onRequest", fewAtOnce(MOST_AT_ONCE));

  server.get("/api/library/map", async (): Promise<LibraryMap> => {
    const judged = await thread.judgeMap({
      map: await library.map(MAP_CELLS),
      cells: MAP_CELLS,
      points: labelPoints,
      restMinutes: appliance.settings.current.trackRestMinutes,
    });
    const moods: MoodFill[] = [];
    for (const mood of judged.moods)
      moods.push({ ...mood, genres: mood.fillsADay ? [] : await genres(mood.around) });
    return { ...judged, moods };
  });

  async function genres(place: Affect): Promise<readonly string[]> {
    const nearest = await library.candidates({ ...anyTrack, target: place, limit: SONGS_NEAR });
    return genresNear(
      place,
      nearest.map(({ track, affect }) => ({ genres: track.genres, affect })),
    );
  }

  server.get("/api/effect", { schema: { querystring: Days } }, async (request) => {
    const since = Date.now() - (request.query.days ?? 90) * DAY_MS;
    return thread.effectsOf(await plays.effects(since));
  });
};
