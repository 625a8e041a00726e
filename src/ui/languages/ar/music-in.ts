import type { MusicInWords } from "../../words/music-in-words.ts";
import { numberIn, pluralIn } from "../plural.ts";
import { songs } from "./songs.ts";

const plural = pluralIn("ar-u-nu-latn");
const number = numberIn("ar-u-nu-latn");
const files = (count: number): string =>
  plural(count, {
    ...{ zero: "لا ملفات", one: "ملف واحد", two: "ملفان" },
    ...{ few: "# ملفات", many: "# ملفًا", other: "# ملف" },
  });

export const words: MusicInWords = {
  add: {
    label: "من هذا الحاسوب",
    drop: "أفلت الأغاني أو المجلدات هنا",
    files: "اختيار ملفات",
    folder: "اختيار مجلد",
    room: (free) => `المتاح: ${free}`,
    progress: (done, of) => `الملفات: ${number(done)} من ${number(of)}`,
    soFar: (progress, summary) => `${progress}؛ ${summary}`,
    stop: "إيقاف",
    clear: "إفراغ القائمة",
    results: "ما صار إليه كل ملف",
    kept: "أُضيف",
    "already-here": "موجود من قبل",
    "left-out": "ليس موسيقى",
    waiting: "ينتظر",
    stopped: "أُوقف",
    tooLarge: (most) => `أكبر من ${most}`,
    kinds: {
      songs,
      covers: (count) =>
        plural(count, {
          ...{ zero: "لا أغلفة", one: "غلاف واحد", two: "غلافان" },
          ...{ few: "# أغلفة", many: "# غلافًا", other: "# غلاف" },
        }),
      playlists: (count) =>
        plural(count, {
          ...{ zero: "لا قوائم", one: "قائمة واحدة", two: "قائمتان" },
          ...{ few: "# قوائم", many: "# قائمة", other: "# قائمة" },
        }),
    },
    added: (list) => `أُضيف: ${list}`,
    here: (count) => `موجود من قبل: ${number(count)}`,
    failed: (count) => `لم يُقبل: ${number(count)}`,
    leftOut: (count) => `ليس موسيقى: ${files(count)}`,
    retry: "إعادة إرسال ما لم يُقبل",
    broke: "انقطع الاتصال.",
    more: (count) =>
      plural(count, {
        ...{ zero: "ولا ملفات أخرى", one: "وملف آخر", two: "وملفان آخران" },
        ...{ few: "و# ملفات أخرى", many: "و# ملفًا آخر", other: "و# ملف آخر" },
      }),
  },
  stick: {
    label: "من ذاكرة USB",
    none: "لا ذاكرة USB موصولة.",
    look: "البحث من جديد",
    copy: "نسخ هذه الذاكرة",
    size: (used) => `فيها ${used}`,
    states: {
      idle: "",
      looking: "يجري تفحص الذاكرة",
      copying: "يجري النسخ",
      done: "تم النسخ",
      cancelled: "أُوقف. ما نُسخ يبقى.",
      "no-room": "المساحة لا تكفي، فلم يُنسخ شيء.",
      "drive-gone": "نُزعت الذاكرة. ما نُسخ يبقى.",
      failed: "انتهى النسخ بخطأ.",
    },
    found: (count) => `عُثر على: ${files(count)}`,
    progress: (done, of, bytes, ofBytes) =>
      `الملفات: ${number(done)} من ${number(of)}، ${bytes} من ${ofBytes}`,
    here: (count) => `موجود من قبل: ${number(count)}`,
    failed: (count) => `تعذر نسخ: ${files(count)}`,
    cancel: "إيقاف النسخ",
  },
};
