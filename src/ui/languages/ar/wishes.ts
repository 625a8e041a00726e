import type { Words } from "../../words/words.ts";
import { pluralIn } from "../plural.ts";

type Unmet = Words["why"]["unmet"];
type Why = Parameters<Unmet["artists"]>[1];

/** A sentence holds no more names. */
const NAMED = 3;
const plural = pluralIn("ar-u-nu-latn");
const list = new Intl.ListFormat("ar", { type: "disjunction" });
const few = (names: readonly string[]): boolean => names.length > 0 && names.length <= NAMED;

export const unmet: Unmet = {
  by: (artists) => (few(artists) ? `من ${list.format(artists)}` : "من الفنانين المختارين"),
  sung: (languages) => (few(languages) ? `باللغة ${list.format(languages)}` : "باللغات المختارة"),
  artists: (wanted, why) => told(unmet.by(wanted), why),
  languages: (wanted, why) => told(unmet.sung(wanted), why),
  instead: (clause) => `${clause}، فهذه أغنية أخرى.`,
  alone: (clause) => `${clause}.`,
  minutes: (count) =>
    plural(count, {
      ...{ one: "الدقيقة الأخيرة", two: "الدقيقتين الأخيرتين" },
      ...{ few: "آخر # دقائق", many: "آخر # دقيقة", other: "آخر # دقيقة" },
    }),
  hours: (count) =>
    plural(count, {
      ...{ one: "الساعة الأخيرة", two: "الساعتين الأخيرتين" },
      ...{ few: "آخر # ساعات", many: "آخر # ساعة", other: "آخر # ساعة" },
    }),
};

function told(what: string, { songs, because, within }: Why): string {
  const every = songs === 1 ? `الأغنية الوحيدة ${what}` : `كل أغنية ${what}`;
  switch (because) {
    case "none":
      return `لا يمكن هنا تشغيل أي أغنية ${what}`;
    case "explicit":
      return `${every} صريحة الكلمات، ولا تُشغَّل مثلها الآن`;
    case "length":
      return `${every} أطول أو أقصر من المعتاد هنا`;
    case "quiet":
      return `${every} أكثر حيوية مما يناسب هذه الساعة`;
    case "mood":
      return `لم تناسب المزاج أي أغنية ${what}`;
    case "coming":
      return `${every} شُغّلت بالفعل أو تأتي قريبًا`;
    case "rest":
      return within === null ? `${every} سُمعت قبل قليل` : `${every} سُمعت في ${within}`;
    case "artist-rest":
      return `سُمعت أغنية ${what} قبل قليل أو تأتي قريبًا`;
    case "several":
      return `لم يمكن الآن تشغيل أي أغنية ${what}`;
  }
}
