import type { Words } from "../../words/words.ts";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("ar-u-nu-latn");
/** Of six songs, in words; and of others beside them. */
const SONGS = ["لا أغنية", "أغنية واحدة", "أغنيتان", "ثلاث أغانٍ", "أربع أغانٍ", "خمس أغانٍ", "ست أغانٍ"];
const OTHERS = [
  "لا غيرها",
  "وواحدة أخرى",
  "واثنتان أخريان",
  "وثلاث أخرى",
  "وأربع أخرى",
  "وخمس أخرى",
  "وست أخرى",
];
const songs = (count: number): string =>
  SONGS[count] ?? plural(count, { two: "أغنيتان", few: "# أغانٍ", many: "# أغنية", other: "# أغنية" });
const others = (count: number): string => OTHERS[count] ?? `و${count} أخرى`;

type Choices = Pick<Words, "whyShort" | "direction" | "picks" | "corrections" | "keys" | "wishes">;

export const choices: Choices = {
  whyShort: {
    artist: { guest: "حسب الطلب", owner: "مفضل هنا" },
    language: (language) => (language === null ? "موسيقى فقط" : `باللغة ${language}`),
    though: (language, bent) => `${language}، ${bent}`,
    neverHeard: "لم تُسمع هنا",
    lessSo: "أقل ملاءمة",
    widened: {
      mood: "مزاج آخر",
      rest: "سُمعت مؤخرًا",
      artist: "الفنان نفسه",
      "artist-rest": "سُمع الفنان مؤخرًا",
      language: "لغة أخرى",
      favourites: "فنان آخر",
      length: "مدة غير معتادة",
      quiet: "حيوية لهذه الساعة",
    },
  },
  direction: {
    lift: "نحو الإشراق",
    calm: "نحو الهدوء",
    energise: "نحو الحيوية",
    gliding: "خطوة خطوة",
    glide: (music, step, of) => `في الطريق إلى موسيقى ${music}: أغنية ${step} من ${of}`,
    alone: (way) => way,
    within: (daypart, way) => `${daypart}: ${way}`,
  },
  picks: {
    heading: (suit, besides) => {
      const suits = `${songs(suit)} ${suit === 2 ? "تناسبان" : "تناسب"}`;
      if (besides === 0) return suits;
      if (suit === 0) return `${songs(besides)} للاختيار`;
      return `${suits}، ${others(besides)}`;
    },
    wished: (met, what, besides) => {
      if (besides === 0) return `${songs(met)} ${what}`;
      return met === 0
        ? `لا أغنية ${what}: ${songs(besides)} غيرها`
        : `${songs(met)} ${what}، ${others(besides)}`;
    },
    noneOffered: (what) => `لا أغنية ${what} معروضة الآن.`,
    none: "لا شيء للاختيار الآن.",
    others: "أغانٍ أخرى",
    choose: (title, artists, why) =>
      `${[title, artists, why].filter((part) => part !== "").join("، ")}. اختر متى تُشغَّل.`,
    now: "الآن",
    next: (place) => (place === 0 ? "التالية" : `رقم ${place + 1} في الدور`),
    notNext: (place) => (place === 0 ? "ليست التالية" : "سحب"),
    playsNow: "تُشغَّل الآن",
    byItself: "تأتي تلقائيًا",
    waits: (place) => (place === 0 ? "✓ التالية" : `✓ رقم ${place + 1} في الدور`),
    asked: (title, place) => (place === 0 ? `قريبًا: ${title}` : `رقم ${place + 1} في الدور: ${title}`),
    playNow: (title) => `تشغيل ${title} الآن`,
    answerFor: (answer, title) => `${answer}: ${title}`,
  },
  corrections: {
    label: "قل ما الخطأ في هذه الأغنية",
    wrongMood: "مزاج خاطئ",
    notThisSong: "ليس هذه الأغنية",
    notThisArtist: "ليس هذا الفنان",
    moved: (title) => `مزاج جديد لأغنية «${title}»`,
    noted: (title) => `سُجلت الملاحظة: ${title}`,
    blocked: (what, hours) => {
      if (hours === null) return `لن يُشغَّل من جديد: ${what}`;
      const span =
        hours === 24
          ? "يومًا"
          : plural(hours, {
              ...{ one: "ساعة", two: "ساعتين" },
              ...{ few: "# ساعات", many: "# ساعة", other: "# ساعة" },
            });
      return `لن يُشغَّل ${span}: ${what}`;
    },
    undo: "تراجع",
    movedBack: (title) => `عاد إلى «${title}» مزاجها السابق`,
    unnoted: (title) => `لم تعد الملاحظة مسجلة: ${title}`,
    unblocked: (what) => `يمكن تشغيل هذا من جديد: ${what}`,
    comesAgain: (what) => `تم التراجع، والتالي: ${what}`,
  },
  keys: {
    label: "اختصارات لوحة المفاتيح",
    on: "مفعلة",
    off: "معطلة",
    which:
      "المسافة للتشغيل والإيقاف، N للتالية، M لكتم الصوت، W لمزاج خاطئ، Z للتراجع، F للإعجاب بعد الدخول، C للكاميرا، D للقرص، من 1 إلى 6 لأغنية، والأسهم للموضع ومستوى الصوت.",
  },
  wishes: {
    open: "رغبات",
    back: "إلى الأغاني",
    label: "ماذا تود أن تسمع؟",
    policy: "ماذا تفعل الموسيقى؟",
    policies: {
      match: "تلائم المكان",
      lift: "تبهجه",
      calm: "تهدئه",
      energise: "تنشطه",
      glide: "تقوده خطوة خطوة",
    },
    any: { policy: "كالمعتاد هنا", languages: "أي لغة", artists: "الجميع" },
    languages: "اللغات",
    wordless: "موسيقى فقط",
    artists: "الفنانون",
    search: "ابحث عن فنان",
    chosen: (list, until) => (until === null ? `المختار: ${list}` : `المختار: ${list}، حتى ${until}`),
    clear: "أي شيء",
    noLanguages: "لا أغنية تذكر لغتها.",
    noArtists: "لا فنان بهذا الاسم.",
    failed: (reason) => `تعذر التحميل. ${reason}`,
    loading: "لحظة",
  },
};
