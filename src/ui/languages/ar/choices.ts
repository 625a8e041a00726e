import type { Words } from "../../words/words.ts";
import { pluralIn } from "../plural.ts";

const plural = pluralIn("ar-u-nu-latn");
const songs = (count: number): string =>
  plural(count, {
    ...{ zero: "لا أغنية", one: "أغنية واحدة", two: "أغنيتان" },
    ...{ few: "# أغانٍ", many: "# أغنية", other: "# أغنية" },
  });
const others = (count: number): string =>
  plural(count, {
    ...{ zero: "لا غيرها", one: "وواحدة أخرى", two: "واثنتان أخريان" },
    ...{ few: "و# أخرى", many: "و# أخرى", other: "و# أخرى" },
  });

type Choices = Pick<Words, "whyShort" | "direction" | "picks" | "corrections" | "keys" | "wishes">;

export const choices: Choices = {
  whyShort: {
    artist: { guest: "حسب الطلب", owner: "مفضل هنا" },
    language: (language) => (language === null ? "موسيقى فقط" : `باللغة ${language}`),
    though: (language, bent) => `${language}، ${bent}`,
    neverHeard: "لم تُسمع هنا",
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
      if (besides === 0) return `${songs(suit)} تناسب`;
      if (suit === 0) return besides === 1 ? "واحدة تقترب" : `لا شيء يناسب تمامًا: ${songs(besides)}`;
      return `${songs(suit)} تناسب، ${others(besides)}`;
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
    next: "التالية",
    notNext: "ليس التالية",
    playsNow: "تُشغَّل الآن",
    waits: (place) => (place === 0 ? "✓ التالية" : `✓ رقم ${place + 1} في الدور`),
    asked: (title) => `قريبًا: ${title}`,
    playNow: (title) => `تشغيل ${title} الآن`,
    playNext: (title) => `تشغيل ${title} بعد هذه`,
    playNotNext: (title) => `عدم تشغيل ${title} بعد هذه`,
  },
  corrections: {
    label: "قل ما الخطأ في هذه الأغنية",
    wrongMood: "مزاج خاطئ",
    notThisSong: "ليس هذه الأغنية",
    notThisArtist: "ليس هذا الفنان",
    moved: (title) => `نُقلت إلى مزاج آخر: ${title}`,
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
