import type { LibraryWords } from "../../words/library-words.ts";
import { numberIn, percentIn, pluralIn } from "../plural.ts";
import { songs } from "./songs.ts";

const plural = pluralIn("ar-u-nu-latn");
const percent = percentIn("ar-u-nu-latn");
const number = numberIn("ar-u-nu-latn");

export const words: LibraryWords = {
  title: "المكتبة",
  sections: {
    label: "الأقسام",
    songs: "الأغاني",
    map: "الأمزجة",
    add: "إضافة",
    take: "تصدير",
  },
  signInToChange: "يمكنك التصفح. لتغيير شيء سجل دخولك كمشرف.",
  fromAfar: "يمكنك التصفح. لتغيير شيء افتح هذه الصفحة على الجهاز نفسه.",
  addFromAfar: "تُضاف الموسيقى على الجهاز نفسه: فلا تظهر مجلداته وذاكرات USB لأحد سواه.",
  loading: "لحظة",
  failed: "تعذر التحميل.",
  again: "حاول من جديد",
  demo: "تُشغَّل هنا مقطوعات Mien التجريبية. عشر أغانٍ لك، أو مجلد موسيقى في الإعدادات، تحل محلها.",

  songs: {
    search: "ابحث عن عنوان أو فنان أو ألبوم أو نوع",
    filter: "أي الأغاني",
    all: "كل الأغاني",
    noMood: "أغانٍ بلا مزاج",
    unplayable: "أغانٍ لا يمكن تشغيلها",
    from: (who) => `المزاج من: ${who}`,
    order: "الترتيب",
    orders: { title: "حسب العنوان", newest: "الأحدث أولًا" },
    count: (total, more, partial) => {
      const found = more ? `أكثر من ${number(total)} من الأغاني` : songs(total);
      return partial ? `${found} حتى الآن: يجري تجهيز البحث بعد التحديث` : found;
    },
    none: "لا أغنية مطابقة.",
    noneFor: (search) => `لا نتائج عن «${search}».`,
    clear: "عرض كل الأغاني",
    noneSoFar: "لا أغنية مطابقة حتى الآن. يجري تجهيز البحث بعد التحديث.",
    noneYet: "لا موسيقى بعد. أضف بعضها، أو حدد مجلدًا في الإعدادات.",
    selectShown: (count, all) => (all ? `تحديد الكل (${number(count)})` : `تحديد أول ${number(count)}`),
    select: (title) => `تحديد ${title}`,
    noMoodYet: "بلا مزاج بعد",
    unplayableFor: (reason) => `لا يمكن تشغيلها. ${reason}`,
    more: "أغانٍ أخرى",
    missing: "الملف غير موجود الآن.",
  },

  correct: {
    label: "الأغاني المحددة",
    none: "اختر أغنية لترى كيف تبدو ومن قال ذلك؛ أو عدة أغانٍ لتقول ذلك بنفسك.",
    chosen: (count) => `المحدد: ${songs(count)}`,
    clear: "إلغاء التحديد",
    say: "قل كيف تبدو الأغنية",
    sayMany: "قل كيف تبدو الأغاني",
    disc: "أشر إلى موضع هذه الموسيقى",
    takeBack: "انسَ ما قلتُه",
    playNow: "شغّلها الآن",
    playNext: "شغّلها تاليًا",
    plays: {
      now: (what) => `قيد التشغيل الآن: ${what}`,
      next: (what) => `تُشغَّل تاليًا: ${what}`,
    },
    playsAlready: "لم تعد في الدور.",
    playNextMany: (count) => `تشغيل الكل تاليًا (${number(count)})`,
    tooMany: (most) => `الحد الأقصى للأغاني في الدور: ${number(most)}.`,
    block: "عدم التشغيل أبدًا",
    blockMany: (count) => `عدم تشغيل هذه أبدًا (${number(count)})`,
    allowMany: (count) => `السماح من جديد: ${songs(count)}`,
    blockArtist: (artist) => `عدم تشغيل ${artist} أبدًا`,
    done: (count, music) => `نُقلت إلى «${music}»: ${songs(count)}.`,
    takenBack: (count) => `${songs(count)}: سُحب ما قلتَه.`,
    blocked: (what) => `لن تُشغَّل بعد الآن: ${what}`,
    allowed: (what) => `يمكن تشغيلها من جديد: ${what}`,
    undo: "تراجع",
    undone: "تم التراجع.",
    undonePartly: (held, of) => `تم التراجع عن ${number(held)} من ${number(of)}. تغيّرت البقية منذ ذلك الحين.`,
  },
  files: {
    delete: (count) =>
      plural(count, {
        one: "حذف الملف",
        two: "حذف الملفين",
        few: "حذف # ملفات",
        many: "حذف # ملفًا",
        other: "حذف # ملف",
      }),
    ask: (count) =>
      plural(count, {
        one: "يزول الملف من قرص Mien ولا شيء يعيده.",
        two: "يزول الملفان من قرص Mien ولا شيء يعيدهما.",
        few: "تزول هذه الملفات من قرص Mien ولا شيء يعيدها.",
        many: "تزول هذه الملفات من قرص Mien ولا شيء يعيدها.",
        other: "تزول هذه الملفات من قرص Mien ولا شيء يعيدها.",
      }),
    sure: () => "الحذف نهائيًا",
    keep: () => "الإبقاء",
    deleted: (count) => `تم الحذف: ${songs(count)}.`,
    stay: (count, why) => `بقي في المكتبة ${songs(count)}: ${why}`,
  },
  many: {
    move: (count, music) => `النقل إلى «${music}»: ${songs(count)}؟`,
    takeBack: (count) => `سحب ما قلتَه: ${songs(count)}؟`,
    block: (count) => `عدم التشغيل أبدًا: ${songs(count)}؟`,
    allow: (count) => `السماح من جديد: ${songs(count)}؟`,
    after: "يمكن التراجع عن ذلك.",
    yes: (count) => `نعم، كلها (${number(count)})`,
    no: "لا",
    last: "آخر تغيير لك هنا",
  },
  evidence: {
    label: "كيف تبدو، ومن قال ذلك",
    sources: {
      person: "المالك",
      guest: "أشخاص عند الشاشة",
      tag: "وسم الملف",
      playlist: "اسم قائمة تشغيل",
      folder: "اسم مجلد",
      genre: "النوع",
      sound: "الصوت",
    },
    none: "لم يقل أحد شيئًا بعد.",
    colon: ": ",
    holds: "هذا هو المعتمد",
    confidence: (share) => `بثقة ${percent(share)}`,
    soundFailed: (reason) => `تعذر الاستماع إليها. ${reason}`,
  },
  blocks: {
    label: "المحظور هنا",
    none: "لا شيء محظور.",
    allow: (what) => `السماح من جديد بـ ${what}`,
    allowShort: "السماح",
    until: (time) => `حتى ${time}`,
    blocked: "محظورة",
    song: "هذه الأغنية محظورة هنا.",
    artist: (artist) => `محظورة هنا، مثل كل أغاني ${artist}.`,
  },
  lately: {
    label: "ما قيل مؤخرًا",
    by: { guest: "عند الشاشة", owner: "في هذه الصفحة" },
    undo: (what) => `تراجع: ${what}`,
  },
};
