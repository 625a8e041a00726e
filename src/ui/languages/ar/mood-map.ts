import type { MoodMapWords } from "../../words/mood-map-words.ts";
import { listIn, numberIn, pluralIn } from "../plural.ts";
import { songs } from "./songs.ts";

const plural = pluralIn("ar-u-nu-latn");
const number = numberIn("ar-u-nu-latn");
const list = listIn("ar");
const hours = new Intl.NumberFormat("ar-u-nu-latn", { maximumFractionDigits: 1 });

export const words: MoodMapWords = {
  map: {
    label: "موسيقاك حسب المزاج",
    drawing: (placed) => `خريطة الأمزجة، عدد الأغاني ${number(placed)}، وخط حول ما ينفد`,
    stars: "كلما زادت النجوم زادت الموسيقى.",
    shore: "داخل هذا الخط ينفد المزاج في أقل من ساعة.",
    unplaced: (count) => `بلا موضع على الخريطة: ${songs(count)}.`,
    minutes: (minutes) => `${minutes} د`,
    hours: (count) => `${hours.format(count < 10 ? count : Math.round(count))} س`,
    list: "ما يمكن أن يُشغَّل في كل مزاج",
    counted: "تُحسب كل موسيقى قريبة من المزاج بما يكفي لتُشغَّل فيه، فقد تُحسب الأغنية الواحدة لأكثر من مزاج.",
    fillsADay: "يملأ يومًا بلا تكرار.",
    fillsAnHour: (about, missing) => `يملأ ساعة. أضف نحو ${about} (${songs(missing)}) ليملأ يومًا.`,
    thin: (about, missing) => `ينفد في أقل من ساعة. أضف نحو ${about} (${songs(missing)}).`,
    aboutMinutes: (minutes) =>
      plural(minutes, {
        ...{ zero: "# دقيقة", one: "دقيقة واحدة", two: "دقيقتين" },
        ...{ few: "# دقائق", many: "# دقيقة", other: "# دقيقة" },
      }),
    aboutHours: (count) =>
      Number.isInteger(count)
        ? plural(count, {
            ...{ zero: "# ساعة", one: "ساعة واحدة", two: "ساعتين" },
            ...{ few: "# ساعات", many: "# ساعة", other: "# ساعة" },
          })
        : `${hours.format(count)} ساعة`,
    between: " ",
    genres: (genres) => `القريب إليه من أنواعك: ${list(genres)}.`,
  },
  effect: {
    label: "هل بدا المكان مختلفًا؟",
    intro: (days) =>
      `كيف بدت الوجوه قبل الأغاني وأثناءها (الأيام الأخيرة: ${days})، زيادةً على ما يفعله المكان وحده. الفرق لا يثبت سببًا.`,
    policies: {
      match: "تلائم المكان",
      lift: "تبهجه",
      calm: "تهدئه",
      energise: "تنشطه",
      glide: "تقوده خطوة خطوة",
    },
    songs,
    intended: {
      lift: ["أكثر إشراقًا", "أكثر قتامة"],
      calm: ["أكثر هدوءًا", "أكثر حيوية"],
      energise: ["أكثر حيوية", "أكثر هدوءًا"],
      glide: ["أقرب إلى الغاية", "أبعد عن الغاية"],
    },
    valence: "أكثر إشراقًا",
    arousal: "أكثر حيوية",
    verdicts: {
      improved: (way) => `بدا المكان ${way}`,
      worsened: (_, against) => `بدا المكان ${against}`,
      "no-effect-seen": () => "لم يظهر أثر",
      "too-few": () => "الأغاني أقل من أن تحكم",
      yardstick: () => "المعيار لسواه",
    },
    spoken: (mean, low, high) => `${mean}، بين ${low} و${high}`,
    alone: "لا شيء للمقارنة بعد",
    empty:
      "لا تُحتسب هنا أغنية بعد. تُحتسب الأغنية متى انتهت وكانت الوجوه المرئية هي التي تقود أثناءها: لا القرص ولا المزاج المعتاد.",
  },
};
