import type { OverviewWords } from "../../words/overview-words.ts";
import { ltr } from "../isolate.ts";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("ar-u-nu-latn");
const daysLong = (count: number): string =>
  plural(count, { one: "يوم", two: "يومان", few: "# أيام", many: "# يومًا", other: "# يوم" });
const hoursLong = (count: number): string =>
  plural(count, {
    ...{ zero: "أقل من ساعة", one: "ساعة", two: "ساعتان" },
    ...{ few: "# ساعات", many: "# ساعة", other: "# ساعة" },
  });

export const words: OverviewWords = {
  title: "نظرة عامة",
  well: "كل شيء على ما يرام.",
  trial: "كل شيء يعمل، لكن بعضه للتجربة فقط.",
  stands: {
    camera: {
      what: "شريط من الصور يقوم مقام الكاميرا.",
      cure: `صل كاميرا واخترها في الإعدادات؛ وإن شُغّل Mien مع ${ltr("--demo")} فشغّله من دونه.`,
    },
    music: { what: "لا تُعزف إلا القطع التي تأتي مع Mien.", cure: "أضف موسيقاك." },
    silent: {
      what: "تعمل الموسيقى من دون سماعة، فلا يسمعها أحد.",
      cure: `اختر سماعة في الإعدادات؛ وإن شُغّل Mien مع ${ltr("--output null")} فشغّله من دونه.`,
    },
  },
  some: (count) =>
    plural(count, {
      ...{ one: "أمر واحد يحتاج إلى نظرة.", two: "أمران يحتاجان إلى نظرة." },
      ...{ few: "# أمور تحتاج إلى نظرة.", many: "# أمرًا يحتاج إلى نظرة.", other: "# أمر يحتاج إلى نظرة." },
    }),
  health: "حال كل جزء",
  parts: {
    player: "الصوت",
    library: "الموسيقى",
    camera: "الكاميرا",
    vision: "قراءة الوجوه",
    store: "قاعدة البيانات",
    backup: "النسخ الاحتياطية",
    disk: "المساحة على القرص",
    temperature: "الحرارة",
    https: "HTTPS",
    clock: "الساعة",
  },
  states: {
    ok: "بخير",
    starting: "يبدأ",
    off: "مطفأ",
    degraded: "ليس كما ينبغي",
    down: "لا يعمل",
  },

  now: "الآن",
  nothing: "لا شيء قيد التشغيل.",
  paused: "متوقف مؤقتًا",
  next: (title) => `التالي: ${title}`,
  faces: (count) =>
    plural(count, {
      ...{ zero: "لا يُرى أي وجه.", one: "يُرى وجه واحد.", two: "يُرى وجهان." },
      ...{ few: "تُرى # وجوه.", many: "يُرى # وجهًا.", other: "يُرى # وجه." },
    }),
  here: (count) =>
    plural(count, {
      ...{ zero: "لم يسجّل أحد دخوله عند الشاشة.", one: "سجّل شخص واحد دخوله عند الشاشة." },
      ...{ two: "سجّل شخصان دخولهما عند الشاشة.", few: "سجّل # أشخاص دخولهم عند الشاشة." },
      ...{ many: "سجّل # شخصًا دخولهم عند الشاشة.", other: "سجّل # شخص دخولهم عند الشاشة." },
    }),

  today: "آخر 24 ساعة",
  plays: "أغانٍ شُغّلت",
  picked: "اختارها Mien",
  asked: "طلبها الناس",
  skipped: "انتهت قبل أوانها",
  toHistory: "السجل كله",

  machine: "الجهاز",
  heat: "الحرارة",
  disk: "المتاح على القرص",
  memory: "الذاكرة المتاحة",
  used: "ذاكرة Mien نفسه",
  up: "يعمل منذ",
  backup: "آخر نسخة احتياطية",
  noBackup: "لا شيء بعد",
  version: "الإصدار",
  unknown: "غير معروف",
  of: (part, whole) => `${part} من ${whole}`,
  celsius: (value) => `${Math.round(value)} °م`,
  days: (days, hours) =>
    days === 0 ? hoursLong(hours) : hours === 0 ? daysLong(days) : `${daysLong(days)} و${hoursLong(hours)}`,

  do: "ما يمكن فعله",
  links: {
    music: "إضافة موسيقى",
    camera: "توجيه الكاميرا",
    people: "إضافة ناس وبطاقات",
    settings: "أوقات العمل والصوت والأمزجة",
    notice: "طباعة إشعار الباب",
    upkeep: "النسخ الاحتياطية والتحديثات والسجل التقني",
  },
};
