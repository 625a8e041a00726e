import { Readable } from "node:stream";
import { type FastifyPluginAsyncTypebox, Type } from "@fastify/type-provider-typebox";
import { ourMark, personsMark } from "../../../library/moods/m3u.ts";
import { labelOf } from "../../../mood/labels.ts";
import { MoodLabelName } from "../../../protocol/mood.ts";
import { moodNames } from "../../../protocol/mood-names.ts";
import type { Track } from "../../../protocol/music.ts";
import type { Appliance } from "../../appliance.ts";
import { fewAtOnce } from "../guard/few-at-once.ts";

const TRACKS_PER_PAGE = 200;
const LabelQuery = Type.Object({ label: MoodLabelName });

/** The songs of a mood, for other players. */
export const moodPlaylistRoutes: FastifyPluginAsyncTypebox<{ appliance: Appliance }> = async (
  server,
  { appliance },
) => {
  const { library } = appliance.store;

  server.addHook("onRequest", fewAtOnce());

  server.get("/api/library/moods.m3u8", { schema: { querystring: LabelQuery } }, async (request, reply) => {
    const { label } = request.query;
    const name = capital(moodNames[label]);
    async function* lines() {
      yield `#EXTM3U\n#PLAYLIST:${name}\n${ourMark}\n`;
      for (let after = 0; ; ) {
        const page = await library.page(after, TRACKS_PER_PAGE);
        for (const { track, path } of page)
          if (isOf(track, label) && canBeALine(path)) yield `${described(track)}\n${path}\n`;
        after = page.at(-1)?.seq ?? after;
        if (page.length < TRACKS_PER_PAGE) return;
      }
    }
    return reply
      .type("audio/x-mpegurl; charset=utf-8")
      .header("content-disposition", `attachment; filename="${name}.m3u8"`)
      .send(Readable.from(lines()));
  });
};

function isOf({ affect, unplayable }: Track, label: string): boolean {
  return affect !== null && unplayable === null && labelOf(affect.point, null) === label;
}

/** The format is one of lines, and a name may have any letter but `/` in it. */
function canBeALine(path: string): boolean {
  return !/[\r\n]/.test(path);
}

/** Whose word it is goes along: a Mien that reads the list must not take another's guess for a person's. */
function described({ title, artists, durationMs, affect }: Track): string {
  const name = artists.length > 0 ? `${artists.join(", ")} - ${title}` : title;
  const extended = `#EXTINF:${Math.round(durationMs / 1000)},${name.replace(/[\r\n]+/g, " ")}`;
  return affect?.from === "person" ? `${personsMark}\n${extended}` : extended;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
