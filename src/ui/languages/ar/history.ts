import type { HistoryWords } from "../../words/history-words.ts";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("ar-u-nu-latn");
const songs = (count: number): string =>
  plural(count, {
    ...{ zero: "لا أغاني", one: "أغنية واحدة", two: "أغنيتان" },
    ...{ few: "# أغانٍ", many: "# أغنية", other: "# أغنية" },
  });

export const words: HistoryWords = {
  title: "السجل",
  hours: "الأغاني في كل ساعة من الأسبوع الأخير",
  perHour: "الأغاني في الساعة",
  drawing: (plays, busiest) =>
    plays === 0
      ? "لم تُشغَّل أي أغنية في الأسبوع الأخير."
      : `شُغّلت في الأسبوع الأخير ${songs(plays)}، وأكثر الساعات تشغيلًا تبدأ عند ${busiest}.`,
  asked: "طلبها الناس",
  picked: "اختارها Mien",
  inHour: (hour, plays, asked) => `${hour}: ${songs(plays)}${asked > 0 ? `، المطلوب منها ${asked}` : ""}`,
  list: "ما شُغّل ولماذا",
  none: "لم يُشغَّل شيء بعد.",
  more: "الأقدم",
  shown: (count) => `المعروض: ${count}`,
  notNew: "ليس محدّثًا:",
  columns: { when: "متى", song: "الأغنية", why: "لماذا", end: "النهاية" },
  ends: {
    finished: "حتى نهايتها",
    skipped: "تُخطّيت",
    replaced: "حلّت محلها أخرى",
    stopped: "أُوقفت",
    unplayable: "تعذّر تشغيلها",
    "output-lost": "غابت السماعة",
  },
  playing: "قيد التشغيل الآن",
  cutOff: "قُطعت",
  byPerson: "طلبها أحدهم.",
  forgotten: "لم يعد محفوظًا",
};
